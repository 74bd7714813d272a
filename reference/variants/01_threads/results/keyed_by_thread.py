# passes: a dict with the thread objects as keys, which are all different.
import threading


def gather(functions):
    results = {}

    def call(function):
        results[threading.current_thread()] = function()

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[thread] for thread in threads]
