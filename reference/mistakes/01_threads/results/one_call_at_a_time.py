# fails test_calls_overlap: each function is called while a lock is held.
import threading


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)
    lock = threading.Lock()

    def call(place):
        with lock:
            results[place] = functions[place]()

    threads = [threading.Thread(target=call, args=(place,)) for place in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
