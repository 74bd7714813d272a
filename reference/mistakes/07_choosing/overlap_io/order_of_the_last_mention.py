# fails test_a_url_that_comes_again_is_fetched_once: a url that comes again moves to the end

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = {}
    for url in urls:
        distinct.pop(url, None)
        distinct[url] = None
    with ThreadPoolExecutor(limit) as pool:
        return dict(zip(distinct, pool.map(fetch, distinct)))
