# fails test_thread_is_alive_on_return_while_the_function_is_blocked: it waits for the end of the call.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    thread.join()
    return thread
