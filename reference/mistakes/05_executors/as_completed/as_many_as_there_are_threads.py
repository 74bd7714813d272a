# fails test_every_call_is_submitted_before_the_first_value_is_asked_for: submits no more calls at a time than the executor has threads

from concurrent.futures import FIRST_COMPLETED, wait
from itertools import islice


def in_finish_order(executor, functions):
    functions = iter(functions)
    begun = {executor.submit(f) for f in islice(functions, executor._max_workers)}

    def results():
        pending = begun
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            pending |= {executor.submit(f) for f in islice(functions, len(done))}
            for future in done:
                yield future.result()

    return results()
