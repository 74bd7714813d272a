# passes: the caller waits for a free place before it starts the next thread

import threading


class Fetcher(threading.Thread):
    def __init__(self, url, fetch, places):
        super().__init__()
        self.url, self.fetch, self.places = url, fetch, places
        self.body = self.error = None

    def run(self):
        try:
            self.body = self.fetch(self.url)
        except Exception as error:
            self.error = error
        finally:
            self.places.release()


def fetch_all(urls, fetch, limit):
    places = threading.Semaphore(limit)
    fetchers = []
    for url in dict.fromkeys(urls):
        places.acquire()
        fetchers.append(Fetcher(url, fetch, places))
        fetchers[-1].start()
    for fetcher in fetchers:
        fetcher.join()
    for fetcher in fetchers:
        if fetcher.error is not None:
            raise fetcher.error
    return {fetcher.url: fetcher.body for fetcher in fetchers}
