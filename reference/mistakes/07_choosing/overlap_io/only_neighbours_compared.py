# fails test_a_url_that_comes_again_is_fetched_once: groupby sees only what is repeated side by side

from concurrent.futures import ThreadPoolExecutor
from itertools import groupby


def fetch_all(urls, fetch, limit):
    distinct = [url for url, _ in groupby(urls)]
    with ThreadPoolExecutor(limit) as pool:
        return dict(zip(distinct, pool.map(fetch, distinct)))
