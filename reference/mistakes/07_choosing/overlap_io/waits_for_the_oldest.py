# fails test_the_next_fetch_begins_as_soon_as_any_has_ended: only the oldest fetch makes room

from collections import deque
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    pages = {}
    under_way = deque()
    with ThreadPoolExecutor(limit) as pool:
        for url in dict.fromkeys(urls):
            if len(under_way) == limit:
                oldest, future = under_way.popleft()
                pages[oldest] = future.result()
            under_way.append((url, pool.submit(fetch, url)))
        for url, future in under_way:
            pages[url] = future.result()
    return pages
