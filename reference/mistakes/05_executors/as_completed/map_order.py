# fails test_results_come_in_the_order_in_which_the_calls_end: executor.map keeps the order of the functions


def in_finish_order(executor, functions):
    return executor.map(lambda function: function(), functions)
