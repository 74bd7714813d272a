# fails test_all_results_are_there_when_the_call_returns: the last thread may be the first to end.
import threading


def gather(functions):
    results = {}

    def call(place, function):
        results[place] = function()

    thread = None
    for place, function in enumerate(functions):
        results[place] = None
        thread = threading.Thread(target=call, args=(place, function))
        thread.start()
    if thread:
        thread.join()
    return list(results.values())
