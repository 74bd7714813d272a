# fails test_limit_fetches_are_under_way_and_never_more: a thread for each url, and no limit

import threading


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    bodies, errors = {}, {}

    def work(url):
        try:
            bodies[url] = fetch(url)
        except Exception as error:
            errors[url] = error

    threads = [threading.Thread(target=work, args=(url,)) for url in distinct]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for url in distinct:
        if url in errors:
            raise errors[url]
    return {url: bodies[url] for url in distinct}
