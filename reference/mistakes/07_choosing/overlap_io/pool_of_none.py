# fails test_there_may_be_fewer_urls_than_limit_or_none: a pool of no threads is refused

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    with ThreadPoolExecutor(min(limit, len(distinct))) as pool:
        return dict(zip(distinct, pool.map(fetch, distinct)))
