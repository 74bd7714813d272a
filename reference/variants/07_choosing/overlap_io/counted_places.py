# passes: the free places are counted under a Condition

import threading
from contextlib import contextmanager


class Places:
    def __init__(self, number):
        self.free = number
        self.changed = threading.Condition()

    @contextmanager
    def one(self):
        with self.changed:
            while not self.free:
                self.changed.wait()
            self.free -= 1
        try:
            yield
        finally:
            with self.changed:
                self.free += 1
                self.changed.notify()


def fetch_all(urls, fetch, limit):
    places = Places(limit)
    outcomes = {url: None for url in urls}

    def work(url):
        with places.one():
            try:
                outcomes[url] = (fetch(url), None)
            except Exception as error:
                outcomes[url] = (None, error)

    threads = [threading.Thread(target=work, args=(url,)) for url in outcomes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _, error in outcomes.values():
        if error is not None:
            raise error
    return {url: body for url, (body, _) in outcomes.items()}
