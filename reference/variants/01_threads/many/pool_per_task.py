# passes: a pool of one for each task gives each a thread of its own.
import concurrent.futures
import contextlib


def run_all(tasks):
    with contextlib.ExitStack() as stack:
        for task in tasks:
            pool = stack.enter_context(concurrent.futures.ThreadPoolExecutor(max_workers=1))
            pool.submit(task)
