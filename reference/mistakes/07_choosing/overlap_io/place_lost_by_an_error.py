# fails test_a_failing_fetch_makes_nothing_hang: a fetch that fails never gives its place back

import threading


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    places = threading.Semaphore(limit)
    bodies, errors = {}, {}

    def work(url):
        try:
            places.acquire()
            bodies[url] = fetch(url)
            places.release()
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
