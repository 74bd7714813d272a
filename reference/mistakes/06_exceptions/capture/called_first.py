# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: the brackets call the task before there is a thread
import threading


def run_and_reraise(task):
    result = task()
    thread = threading.Thread(target=lambda: result)
    thread.start()
    thread.join()
    return result
