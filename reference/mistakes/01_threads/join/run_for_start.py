# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: run() makes no thread.
import threading


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.run()
