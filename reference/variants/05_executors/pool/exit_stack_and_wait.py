# passes: an ExitStack holds the pool, wait() waits, no more threads than items

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack


def run_in_pool(function, items, workers):
    items = list(items)
    if not items:
        return []
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(min(workers, len(items))))
        futures = [pool.submit(function, item) for item in items]
        wait(futures)
    return [future.result() for future in futures]
