# passes: `limit` threads take urls from one iterator, under a lock

import threading


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    remaining = iter(enumerate(distinct))
    lock = threading.Lock()
    bodies = [None] * len(distinct)
    failures = []

    def work():
        while True:
            with lock:
                place, url = next(remaining, (None, None))
            if place is None:
                return
            try:
                bodies[place] = fetch(url)
            except Exception as error:
                with lock:
                    failures.append((place, error))

    threads = [threading.Thread(target=work) for _ in range(min(limit, len(distinct)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise min(failures, key=lambda failure: failure[0])[1]
    return dict(zip(distinct, bodies, strict=True))
