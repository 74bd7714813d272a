# passes: a callback of each future fills in the page, and the last one lets the caller go on

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def fetch_all(urls, fetch, limit):
    outcomes = dict.fromkeys(urls)
    arrived = threading.Semaphore(0)

    def keep(url, future):
        outcomes[url] = future
        arrived.release()

    pool = ThreadPoolExecutor(limit)
    for url in outcomes:
        pool.submit(fetch, url).add_done_callback(partial(keep, url))
    for _ in outcomes:
        arrived.acquire()
    pool.shutdown()
    return {url: future.result() for url, future in outcomes.items()}
