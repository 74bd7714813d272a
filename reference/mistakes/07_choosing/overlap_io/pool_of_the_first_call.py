# fails test_each_call_fetches_anew_and_has_its_own_limit: the first call's limit stays for ever

from concurrent.futures import ThreadPoolExecutor

pool = None


def fetch_all(urls, fetch, limit):
    global pool
    if pool is None:
        pool = ThreadPoolExecutor(limit)
    futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    return {url: future.result() for url, future in futures.items()}
