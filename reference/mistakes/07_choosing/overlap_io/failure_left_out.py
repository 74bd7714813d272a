# fails test_the_exception_of_the_first_failing_url_in_their_order_is_raised: a url that fails is left out in silence

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    return {url: future.result() for url, future in futures.items() if not future.exception()}
