# fails test_task_runs_in_the_thread_that_is_returned: the returned thread only starts another one.
import threading


def start_in_background(task):
    def work():
        threading.Thread(target=task).start()

    thread = threading.Thread(target=work)
    thread.start()
    return thread
