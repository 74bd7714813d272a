# fails test_results_come_in_the_order_in_which_the_calls_end: collects every result before it gives the first

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]

    def results():
        yield from [future.result() for future in as_completed(futures)]

    return results()
