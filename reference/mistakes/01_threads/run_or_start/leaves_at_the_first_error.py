# fails test_one_that_raises_does_not_stop_the_other: after an error it does not wait for the other one.
from concurrent.futures import ThreadPoolExecutor


def side_by_side(first, second):
    pools = [ThreadPoolExecutor(max_workers=1) for _ in range(2)]
    futures = [pool.submit(task) for pool, task in zip(pools, (first, second))]
    for future in futures:
        future.result()
    for pool in pools:
        pool.shutdown()
