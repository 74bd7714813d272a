# fails test_task_has_finished_when_the_call_returns: nothing waits for the thread.
import threading


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.start()
