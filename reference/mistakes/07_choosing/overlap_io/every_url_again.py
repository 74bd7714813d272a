# fails test_a_url_that_comes_again_is_fetched_once: a url that comes again is fetched again

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    urls = list(urls)
    with ThreadPoolExecutor(limit) as pool:
        return dict(zip(urls, pool.map(fetch, urls)))
