# fails test_limit_fetches_are_under_way_and_never_more: two threads both see the last free place

import threading


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    bodies, errors = {}, {}
    free = limit
    changed = threading.Condition()

    def work(url):
        nonlocal free
        with changed:
            changed.wait_for(lambda: free > 0)
        free -= 1
        try:
            bodies[url] = fetch(url)
        except Exception as error:
            errors[url] = error
        with changed:
            free += 1
            changed.notify_all()

    threads = [threading.Thread(target=work, args=(url,)) for url in distinct]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for url in distinct:
        if url in errors:
            raise errors[url]
    return {url: bodies[url] for url in distinct}
