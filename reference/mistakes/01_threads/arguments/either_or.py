# fails test_function_gets_all_arguments_and_keywords: with keywords, the arguments are lost.
import threading


def call_in_thread(function, *args, **kwargs):
    if kwargs:
        thread = threading.Thread(target=function, kwargs=kwargs)
    else:
        thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread
