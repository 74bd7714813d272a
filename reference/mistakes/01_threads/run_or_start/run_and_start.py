# fails test_both_overlap: run() calls first here already, before anything is started.
import threading


def side_by_side(first, second):
    threads = [threading.Thread(target=task) for task in (first, second)]
    for thread in threads:
        thread.run()
        thread.start()
    for thread in threads:
        thread.join()
