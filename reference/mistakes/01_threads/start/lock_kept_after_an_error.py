# fails test_task_that_raises_hangs_nothing: the lock of a task that raises is never released.
import threading

working = threading.Lock()


def start_in_background(task):
    def work():
        working.acquire()
        task()
        working.release()

    thread = threading.Thread(target=work)
    thread.start()
    return thread
