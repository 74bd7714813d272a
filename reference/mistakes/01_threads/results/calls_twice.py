# fails test_every_function_is_called_once_in_a_thread_of_its_own: once in the thread, and once for its result.
import threading


def gather(functions):
    functions = list(functions)
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [function() for function in functions]
