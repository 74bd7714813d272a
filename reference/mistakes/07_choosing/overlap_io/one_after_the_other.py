# fails test_limit_fetches_are_under_way_and_never_more: each fetch waits for the one before it


def fetch_all(urls, fetch, limit):
    return {url: fetch(url) for url in dict.fromkeys(urls)}
