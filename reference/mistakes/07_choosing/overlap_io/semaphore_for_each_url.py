# fails test_limit_fetches_are_under_way_and_never_more: every thread asks a semaphore of its own

import threading
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))

    def limited(url):
        with threading.Semaphore(limit):
            return fetch(url)

    with ThreadPoolExecutor(max(1, len(distinct))) as pool:
        return dict(zip(distinct, pool.map(limited, distinct)))
