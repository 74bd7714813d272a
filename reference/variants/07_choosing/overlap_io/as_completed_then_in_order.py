# passes: bodies are filled in as they arrive, in a dict that already has the order

from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch_all(urls, fetch, limit):
    pages = dict.fromkeys(urls)
    failed = {}
    with ThreadPoolExecutor(limit, thread_name_prefix="fetch") as pool:
        url_of = {pool.submit(fetch, url): url for url in pages}
        for future in as_completed(url_of):
            url, error = url_of[future], future.exception()
            if error is None:
                pages[url] = future.result()
            else:
                failed[url] = error
    for url in pages:
        if url in failed:
            raise failed[url]
    return pages
