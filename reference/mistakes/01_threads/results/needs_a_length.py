# fails test_functions_may_come_from_a_generator_and_there_may_be_none: a generator has no length.
import threading


def gather(functions):
    results = [None] * len(functions)

    def call(place, function):
        results[place] = function()

    threads = [threading.Thread(target=call, args=each) for each in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
