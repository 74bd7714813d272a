# passes: `limit` threads take urls from one queue, with an end mark for each thread

import queue
import threading


def fetch_all(urls, fetch, limit):
    pages = dict.fromkeys(urls)
    errors = {}
    waiting = queue.SimpleQueue()
    for item in [*pages, *[None] * limit]:
        waiting.put(item)

    def work():
        while (url := waiting.get()) is not None:
            try:
                pages[url] = fetch(url)
            except Exception as error:
                errors[url] = error

    threads = [threading.Thread(target=work) for _ in range(limit)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for url in pages:
        if url in errors:
            raise errors[url]
    return pages
