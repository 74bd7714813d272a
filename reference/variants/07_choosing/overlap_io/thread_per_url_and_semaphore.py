# passes: a thread for each url, and a semaphore that lets `limit` of them fetch

import threading


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    places = threading.BoundedSemaphore(limit)
    bodies, errors = {}, {}

    def work(url):
        with places:
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
