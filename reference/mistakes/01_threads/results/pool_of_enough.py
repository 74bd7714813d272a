# fails test_every_function_is_called_once_in_a_thread_of_its_own: an idle worker serves a second call.
from concurrent.futures import ThreadPoolExecutor


def gather(functions):
    functions = list(functions)
    with ThreadPoolExecutor(max_workers=len(functions) or 1) as pool:
        futures = [pool.submit(function) for function in functions]
    return [future.result() for future in futures]
