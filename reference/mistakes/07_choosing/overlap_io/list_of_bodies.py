# fails test_any_body_is_kept: gives the bodies without their urls

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        return list(pool.map(fetch, dict.fromkeys(urls)))
