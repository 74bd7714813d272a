# fails test_all_workers_are_started_for_fewer_items_too: a pool starts no more threads than it has calls

from concurrent.futures import ThreadPoolExecutor, wait


def process_all(items, work, workers):
    with ThreadPoolExecutor(workers) as pool:
        calls = [pool.submit(work, item) for item in items]
        wait(calls)
    return [call.result() for call in calls]
