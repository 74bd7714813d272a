# fails test_equal_functions_keep_their_own_results: a function that comes twice has one place.
import threading


def gather(functions):
    functions = list(functions)
    results = {}

    def call(function):
        results[id(function)] = function()

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get(id(function)) for function in functions]
