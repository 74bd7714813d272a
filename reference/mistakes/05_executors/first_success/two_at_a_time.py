# fails test_all_calls_overlap: the third begins only when one of two has ended

from concurrent.futures import FIRST_COMPLETED, wait
from itertools import islice


def first_success(executor, functions):
    functions = iter(functions)
    pending = {executor.submit(function) for function in islice(functions, 2)}
    failure = ValueError("there are no functions")
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            if future.exception() is None:
                for other in pending:
                    other.cancel()
                return future.result()
            failure = future.exception()
        pending |= {executor.submit(function) for function in islice(functions, len(done))}
    raise failure
