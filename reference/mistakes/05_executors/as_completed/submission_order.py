# fails test_results_come_in_the_order_in_which_the_calls_end: takes the results in the order of the functions


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]
    return (future.result() for future in futures)
