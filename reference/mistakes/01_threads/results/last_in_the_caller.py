# fails test_every_function_is_called_once_in_a_thread_of_its_own: the caller makes the last call itself.
import threading


def gather(functions):
    functions = list(functions)
    results = [None] * len(functions)

    def call(place):
        results[place] = functions[place]()

    threads = [threading.Thread(target=call, args=(place,)) for place in range(len(functions) - 1)]
    for thread in threads:
        thread.start()
    try:
        if functions:
            call(-1)
    finally:
        for thread in threads:
            thread.join()
    return results
