# fails test_any_body_is_kept: gives futures in place of bodies

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        return {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
