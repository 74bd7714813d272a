# fails test_answer_is_false_for_a_thread_that_is_still_at_work: `with` waits for the join without limit.
from concurrent.futures import ThreadPoolExecutor


def finished_within(thread, seconds):
    with ThreadPoolExecutor(max_workers=1) as pool:
        try:
            pool.submit(thread.join).result(timeout=seconds)
        except TimeoutError:
            return False
    return True
