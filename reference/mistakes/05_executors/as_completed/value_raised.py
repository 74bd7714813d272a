# fails test_any_value_may_come_and_the_same_function_twice: a result that is an exception is taken for a failure

import queue


def in_finish_order(executor, functions):
    outcomes = queue.SimpleQueue()

    def call(function):
        try:
            outcomes.put(function())
        except Exception as error:
            outcomes.put(error)

    futures = [executor.submit(call, function) for function in functions]

    def results():
        for _ in futures:
            outcome = outcomes.get()
            if isinstance(outcome, Exception):
                raise outcome
            yield outcome

    return results()
