# fails test_functions_may_come_from_a_generator_and_there_may_be_none: results of the last call are still there.
import threading

results = {}


def call(place, function):
    results[place] = function()


def gather(functions):
    threads = []
    for each in enumerate(functions):
        thread = threading.Thread(target=call, args=each)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return [results[place] for place in sorted(results)]
