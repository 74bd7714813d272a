# fails test_equal_functions_keep_their_own_results: a function need not be a key, and may come twice.
import threading


def gather(functions):
    results = {function: None for function in functions}

    def call(function):
        results[function] = function()

    threads = [threading.Thread(target=call, args=(function,)) for function in results]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(results.values())
