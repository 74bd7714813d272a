# fails test_each_call_fetches_anew_and_has_its_own_limit: a url of an earlier call is not fetched again

from concurrent.futures import ThreadPoolExecutor

futures = {}


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    with ThreadPoolExecutor(limit) as pool:
        for url in distinct:
            if url not in futures:
                futures[url] = pool.submit(fetch, url)
    return {url: futures[url].result() for url in distinct}
