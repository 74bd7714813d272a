# fails test_an_executor_works_after_another_was_shut_down: the `with` has shut down what is returned

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind, workers):
    if kind == "io":
        with ThreadPoolExecutor(workers) as executor:
            return executor
    if kind == "cpu":
        with ProcessPoolExecutor(workers) as executor:
            return executor
    raise ValueError("the kind must be 'io' or 'cpu'")
