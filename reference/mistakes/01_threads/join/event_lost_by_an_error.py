# fails test_task_that_raises_hangs_nothing: a task that raises never sets the event.
import threading


def run_and_wait(task):
    finished = threading.Event()

    def work():
        task()
        finished.set()

    thread = threading.Thread(target=work)
    thread.start()
    finished.wait()
    thread.join()
