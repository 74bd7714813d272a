# fails test_quick_result_comes_while_an_earlier_call_still_runs: a list is complete or nothing, and no iterator

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    return [future.result() for future in as_completed(futures)]
