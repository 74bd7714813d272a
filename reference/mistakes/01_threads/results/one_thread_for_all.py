# fails test_calls_overlap: a single thread makes all the calls in turn.
import threading


def gather(functions):
    results = []

    def work():
        for function in functions:
            results.append(function())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return results
