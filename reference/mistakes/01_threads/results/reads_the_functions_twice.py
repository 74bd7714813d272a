# fails test_functions_may_come_from_a_generator_and_there_may_be_none: the second time a generator is empty.
import threading


def gather(functions):
    results = {}

    def call(place, function):
        results[place] = function()

    threads = [threading.Thread(target=call, args=each) for each in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get(place) for place, _ in enumerate(functions)]
