# fails test_sum_of_the_results_is_returned: waits for the first call alone and adds what is done by then

from concurrent.futures import FIRST_COMPLETED, wait


def total(executor, function, items):
    done, _ = wait([executor.submit(function, item) for item in items], return_when=FIRST_COMPLETED)
    return sum(future.result() for future in done)
