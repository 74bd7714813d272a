# fails test_call_returns_as_soon_as_the_task_has_ended: waits for threads that others started, too.
import threading


def run_and_wait(task):
    threading.Thread(target=task).start()
    for t in threading.enumerate():
        if t is not threading.current_thread() and t is not threading.main_thread():
            t.join()
