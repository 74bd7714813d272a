# fails test_any_number_of_calls_overlap: a thread for each call, but 32 at a time.
import threading

slots = threading.Semaphore(32)


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)

    def call(place):
        with slots:
            results[place] = functions[place]()

    threads = [threading.Thread(target=call, args=(place,)) for place in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
