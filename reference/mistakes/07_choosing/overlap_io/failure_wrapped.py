# fails test_a_failing_fetch_makes_nothing_hang: raises another exception than the fetch did

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    try:
        return {url: future.result() for url, future in futures.items()}
    except Exception as error:
        raise RuntimeError("a page could not be fetched") from error
