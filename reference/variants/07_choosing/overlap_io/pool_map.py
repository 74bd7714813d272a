# passes: Executor.map over the distinct urls; a failure cancels what has not begun

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    with ThreadPoolExecutor(max_workers=limit) as pool:
        return dict(zip(distinct, pool.map(fetch, distinct), strict=True))
