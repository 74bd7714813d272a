# fails test_thread_is_alive_on_return_while_the_function_is_blocked: it may not have been started yet.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    threading.Thread(target=thread.start).start()
    return thread
