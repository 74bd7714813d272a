# fails test_every_task_is_called_once_in_a_thread_of_its_own: an idle worker serves a second task.
import concurrent.futures


def run_all(tasks):
    tasks = list(tasks)
    with concurrent.futures.ThreadPoolExecutor(max_workers=len(tasks) or 1) as pool:
        for task in tasks:
            pool.submit(task)
