# fails test_any_body_is_kept: takes an empty body for none

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    return {url: future.result() for url, future in futures.items() if future.result()}
