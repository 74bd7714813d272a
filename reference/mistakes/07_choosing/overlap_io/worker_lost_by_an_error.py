# fails test_a_failing_fetch_makes_nothing_hang: a worker ends at an exception and leaves its urls on the queue

import queue
import threading


def fetch_all(urls, fetch, limit):
    distinct = list(dict.fromkeys(urls))
    waiting = queue.Queue()
    bodies, errors = {}, {}

    def work():
        while (url := waiting.get()) is not None:
            try:
                bodies[url] = fetch(url)
            except Exception as error:
                errors[url] = error
                return
            waiting.task_done()

    for _ in range(limit):
        threading.Thread(target=work, daemon=True).start()
    for url in distinct:
        waiting.put(url)
    waiting.join()
    for url in distinct:
        if url in errors:
            raise errors[url]
    return {url: bodies[url] for url in distinct}
