# passes: a pool of one joins; it is shut down without waiting for that.
from concurrent.futures import ThreadPoolExecutor, wait


def finished_within(thread, seconds):
    pool = ThreadPoolExecutor(max_workers=1)
    wait([pool.submit(thread.join)], timeout=seconds)
    pool.shutdown(wait=False)
    return not thread.is_alive()
