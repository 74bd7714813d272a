# fails test_function_is_called_in_the_thread_that_is_returned: the call is made for its result.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=print, args=(function(*args, **kwargs),))
    thread.start()
    return thread
