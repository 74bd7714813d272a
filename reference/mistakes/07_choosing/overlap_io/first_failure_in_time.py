# fails test_the_exception_of_the_first_failing_url_in_their_order_is_raised: raises what failed first in time

from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
        for future in as_completed(futures.values()):
            future.result()
    return {url: future.result() for url, future in futures.items()}
