# passes: the threads line up at a barrier, so that no task begins before every thread is there.
import threading


def run_all(tasks):
    tasks = list(tasks)
    if not tasks:
        return
    line = threading.Barrier(len(tasks))

    def work(task):
        line.wait()
        task()

    threads = [threading.Thread(target=work, args=(task,), daemon=True) for task in tasks]
    for thread in threads:
        thread.start()
    while threads:
        threads.pop().join()
