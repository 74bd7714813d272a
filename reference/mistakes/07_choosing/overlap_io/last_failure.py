# fails test_the_exception_of_the_first_failing_url_in_their_order_is_raised: a later failure takes the place of an earlier one

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    pages, failure = {}, None
    for url, future in futures.items():
        try:
            pages[url] = future.result()
        except Exception as error:
            failure = error
    if failure:
        raise failure
    return pages
