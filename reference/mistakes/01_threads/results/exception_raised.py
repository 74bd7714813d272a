# fails test_result_may_be_any_value: an exception that is returned is not one that is raised.
import threading


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)

    def call(place):
        try:
            results[place] = functions[place]()
        except Exception as error:
            results[place] = error

    threads = [threading.Thread(target=call, args=(place,)) for place in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
