# fails test_every_call_is_submitted_before_the_first_value_is_asked_for: the generator of futures is read by the first question

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = (executor.submit(function) for function in functions)

    def results():
        for future in as_completed(futures):
            yield future.result()

    return results()
