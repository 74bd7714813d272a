# fails test_the_next_fetch_begins_as_soon_as_any_has_ended: waits for a whole batch before the next

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    pages = {}
    with ThreadPoolExecutor(limit) as pool:
        for first in range(0, len(distinct), limit):
            batch = distinct[first : first + limit]
            pages.update(zip(batch, pool.map(fetch, batch)))
    return pages
