# fails test_calls_overlap: the next thread begins when the one before has ended.
import threading


def gather(functions):
    results = []

    def call(function):
        results.append(function())

    for function in functions:
        thread = threading.Thread(target=call, args=(function,))
        thread.start()
        thread.join()
    return results
