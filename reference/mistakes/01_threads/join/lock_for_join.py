# fails test_task_has_finished_when_the_call_returns: the caller may get the lock first.
import threading


def run_and_wait(task):
    working = threading.Lock()

    def work():
        with working:
            task()

    threading.Thread(target=work).start()
    with working:
        return
