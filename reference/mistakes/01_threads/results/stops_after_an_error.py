# fails test_function_that_raises_does_not_stop_the_others: once a call has failed, no other is begun.
import threading


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)
    failed = threading.Event()

    def call(place):
        try:
            results[place] = functions[place]()
        except Exception:
            failed.set()

    threads = []
    for place in range(len(functions)):
        if failed.is_set():
            break
        threads.append(threading.Thread(target=call, args=(place,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return results
