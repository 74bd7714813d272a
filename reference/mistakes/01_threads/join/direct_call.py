# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: the caller does the work itself.
import threading


def run_and_wait(task):
    task()
