# fails test_task_that_raises_hangs_nothing: after an error the lock stays held, and the next task waits for ever.
import threading

lock = threading.Lock()


def run_and_wait(task):
    def body():
        lock.acquire()
        task()
        lock.release()

    t = threading.Thread(target=body)
    t.start()
    t.join()
