# fails test_it_works_again_and_again: a thread can be started only once.
import threading

tasks = []
threads = [
    threading.Thread(target=lambda: tasks[0]()),
    threading.Thread(target=lambda: tasks[1]()),
]


def side_by_side(first, second):
    tasks[:] = first, second
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
