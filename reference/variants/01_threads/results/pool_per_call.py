# passes: a pool of one for each call gives each a thread of its own.
import contextlib
from concurrent.futures import ThreadPoolExecutor


def gather(functions):
    with contextlib.ExitStack() as stack:
        futures = [
            stack.enter_context(ThreadPoolExecutor(max_workers=1)).submit(function)
            for function in functions
        ]
        return [future.result() for future in futures]
