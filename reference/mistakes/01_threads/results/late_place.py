# fails test_all_results_are_there_when_the_call_returns: a late thread reads the loop variable of another.
import threading


def gather(functions):
    results = {}
    threads = []
    for place, function in enumerate(functions):
        results[place] = None

        def call():
            results[place] = function()

        threads.append(threading.Thread(target=call))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(results.values())
