# fails test_two_calls_run_their_own_tasks_in_two_threads: a late thread finds the next call's task.
import threading

current_task = None


def work():
    current_task()


def start_in_background(task):
    global current_task
    current_task = task
    thread = threading.Thread(target=work)
    thread.start()
    return thread
