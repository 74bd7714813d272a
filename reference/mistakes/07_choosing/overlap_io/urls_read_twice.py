# fails test_a_url_that_comes_again_is_fetched_once: a generator is empty when it is read again

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in set(urls)}
    return {url: futures[url].result() for url in urls}
