# fails test_results_are_in_the_order_of_the_functions_though_the_first_ends_last: who is first comes first.
import threading


def gather(functions):
    results = []

    def call(function):
        results.append(function())

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
