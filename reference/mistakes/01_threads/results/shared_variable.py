# fails test_all_results_are_there_when_the_call_returns: all threads write one variable.
import threading


def gather(functions):
    result = None

    def call(function):
        nonlocal result
        result = function()

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    results = []
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
        results.append(result)
    return results
