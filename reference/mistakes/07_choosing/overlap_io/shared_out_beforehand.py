# fails test_the_next_fetch_begins_as_soon_as_any_has_ended: each thread has its own urls, and none helps out

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))

    def work(share):
        return [(url, fetch(url)) for url in share]

    with ThreadPoolExecutor(limit) as pool:
        shares = [distinct[first::limit] for first in range(limit)]
        bodies = dict(pair for pairs in pool.map(work, shares) for pair in pairs)
    return {url: bodies[url] for url in distinct}
