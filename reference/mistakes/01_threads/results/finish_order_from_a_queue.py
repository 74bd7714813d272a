# fails test_results_are_in_the_order_of_the_functions_though_the_first_ends_last: a queue keeps the order of arrival.
import queue
import threading


def gather(functions):
    results = queue.Queue()

    def call(function):
        try:
            results.put(function())
        except Exception:
            results.put(None)

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    return [results.get() for _ in threads]
