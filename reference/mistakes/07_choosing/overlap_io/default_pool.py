# fails test_limit_fetches_are_under_way_and_never_more: the pool has as many threads as it likes

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    with ThreadPoolExecutor() as pool:
        return dict(zip(distinct, pool.map(fetch, distinct)))
