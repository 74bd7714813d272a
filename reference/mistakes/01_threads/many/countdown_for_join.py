# fails test_all_threads_have_ended_when_the_call_returns: a living thread gives the sign.
import threading


def run_all(tasks):
    finished = threading.Semaphore(0)

    def work(task):
        try:
            task()
        finally:
            finished.release()

    threads = [threading.Thread(target=work, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for _ in threads:
        finished.acquire()
