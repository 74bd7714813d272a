# fails test_equal_functions_keep_their_own_results: index finds the first that is equal.
import threading


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)

    def call(function):
        results[functions.index(function)] = function()

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
