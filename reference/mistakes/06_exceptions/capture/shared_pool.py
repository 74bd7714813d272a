# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: the worker of a pool serves every call
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def run_and_reraise(task):
    return pool.submit(task).result()
