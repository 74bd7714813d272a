# fails test_each_is_called_once_in_a_thread_of_its_own: an idle worker serves the second call too.
from concurrent.futures import ThreadPoolExecutor


def side_by_side(first, second):
    with ThreadPoolExecutor(max_workers=2) as pool:
        pool.submit(first)
        pool.submit(second)
