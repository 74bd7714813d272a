# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: one worker serves all calls.
import concurrent.futures

pool = concurrent.futures.ThreadPoolExecutor(max_workers=1)


def run_and_wait(task):
    pool.submit(task).exception()
