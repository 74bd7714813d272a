# fails test_waiting_next_returns_as_soon_as_a_result_is_ready: a timeout ends the loop

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    return (future.result() for future in as_completed(futures, timeout=60))
