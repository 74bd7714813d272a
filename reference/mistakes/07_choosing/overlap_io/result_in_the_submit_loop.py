# fails test_limit_fetches_are_under_way_and_never_more: asks for each result before the next fetch is handed over

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        return {url: pool.submit(fetch, url).result() for url in dict.fromkeys(urls)}
