# fails test_two_callers_at_once_run_their_own_tasks: a late thread finds the other caller's task.
import threading

current = None


def body():
    current()


def run_and_wait(task):
    global current
    current = task
    t = threading.Thread(target=body)
    t.start()
    t.join()
