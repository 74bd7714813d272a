# fails test_two_callers_at_once_get_their_own_results: one caller empties the dict of the other.
import threading

results = {}


def call(place, function):
    results[place] = function()


def gather(functions):
    results.clear()
    threads = [threading.Thread(target=call, args=each) for each in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get(place) for place in range(len(threads))]
