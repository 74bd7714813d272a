# fails test_any_body_is_kept: cannot tell a body that is an exception from a failure

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))

    def outcome(url):
        try:
            return fetch(url)
        except Exception as error:
            return error

    with ThreadPoolExecutor(limit) as pool:
        pages = dict(zip(distinct, pool.map(outcome, distinct)))
    for body in pages.values():
        if isinstance(body, Exception):
            raise body
    return pages
