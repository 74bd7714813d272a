# fails test_quick_result_comes_while_an_earlier_call_still_runs: can be looped over, and has no next()

from concurrent.futures import as_completed


class Results:
    def __init__(self, futures):
        self.futures = futures

    def __iter__(self):
        for future in as_completed(self.futures):
            yield future.result()


def in_finish_order(executor, functions):
    return Results([executor.submit(function) for function in functions])
