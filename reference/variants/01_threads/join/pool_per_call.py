# passes: a pool of one, made for this call and shut down with it; a failure reaches the caller.
from concurrent.futures import ThreadPoolExecutor


def run_and_wait(task):
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(task).result()
