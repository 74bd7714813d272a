# fails test_limit_fetches_are_under_way_and_never_more: the caller works beside a full pool

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    if not distinct:
        return {}
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in distinct[:-1]}
        last = fetch(distinct[-1])
    pages = {url: future.result() for url, future in futures.items()}
    pages[distinct[-1]] = last
    return pages
