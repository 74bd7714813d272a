# fails test_function_is_called_in_the_thread_that_is_returned: run() makes the call here.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.run()
    return thread
