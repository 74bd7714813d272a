# fails test_a_url_that_comes_again_is_fetched_once: the pages are in the order of the alphabet

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = sorted(set(urls))
    with ThreadPoolExecutor(limit) as pool:
        return dict(zip(distinct, pool.map(fetch, distinct)))
