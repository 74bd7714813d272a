# fails test_task_has_finished_when_the_call_returns: it joins some other thread.
import threading


def run_and_wait(task):
    threading.Thread(target=task).start()
    waiter = threading.Thread()
    waiter.start()
    waiter.join()
