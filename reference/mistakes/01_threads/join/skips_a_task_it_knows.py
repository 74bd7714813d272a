# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: a task that was run before is not run again.
import functools
import threading


@functools.cache
def run_and_wait(task):
    t = threading.Thread(target=task)
    t.start()
    t.join()
