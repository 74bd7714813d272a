# passes: never more than `limit` futures, the next is submitted when any is done

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def fetch_all(urls, fetch, limit):
    futures = {}
    pending = set()
    with ThreadPoolExecutor(limit) as pool:
        for url in dict.fromkeys(urls):
            if len(pending) >= limit:
                pending = wait(pending, return_when=FIRST_COMPLETED).not_done
            futures[url] = pool.submit(fetch, url)
            pending.add(futures[url])
    return {url: future.result() for url, future in futures.items()}
