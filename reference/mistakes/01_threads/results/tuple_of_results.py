# fails test_all_results_are_there_when_the_call_returns: a tuple is not a list.
import threading


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)

    def call(place):
        results[place] = functions[place]()

    threads = [threading.Thread(target=call, args=(place,)) for place in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return (*results,)
