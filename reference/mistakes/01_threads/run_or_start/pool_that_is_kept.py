# fails test_both_threads_have_ended_when_the_call_returns: the workers of the pool live on.
from concurrent.futures import ThreadPoolExecutor, wait

pools = [ThreadPoolExecutor(max_workers=1), ThreadPoolExecutor(max_workers=1)]


def side_by_side(first, second):
    wait([pools[0].submit(first), pools[1].submit(second)])
