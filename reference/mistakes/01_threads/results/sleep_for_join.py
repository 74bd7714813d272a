# fails test_all_results_are_there_when_the_call_returns: no nap is long enough for every function.
import threading
import time


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)

    def call(place):
        results[place] = functions[place]()

    for place in range(len(functions)):
        threading.Thread(target=call, args=(place,)).start()
    time.sleep(1)
    return results
