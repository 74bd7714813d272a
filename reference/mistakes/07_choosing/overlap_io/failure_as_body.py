# fails test_the_exception_of_the_first_failing_url_in_their_order_is_raised: gives the exception in place of a body

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    return {url: future.exception() or future.result() for url, future in futures.items()}
