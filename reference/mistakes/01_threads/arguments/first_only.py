# fails test_function_gets_all_arguments_and_keywords: the other arguments are lost.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args[:1], kwargs=kwargs)
    thread.start()
    return thread
