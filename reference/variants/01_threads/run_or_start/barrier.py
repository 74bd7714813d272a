# passes: both line up at a barrier before they begin, then a countdown by semaphore, then the joins.
import threading
from functools import partial


def work(line, finished, task):
    line.wait()
    try:
        task()
    finally:
        finished.release()


def side_by_side(first, second):
    line = threading.Barrier(2)
    finished = threading.Semaphore(0)
    threads = [
        threading.Thread(target=partial(work, line, finished, task)) for task in (first, second)
    ]
    for thread in threads:
        thread.start()
    for _ in threads:
        finished.acquire()
    while threads:
        threads.pop().join()
