# fails test_function_gets_all_arguments_and_keywords: nobody starts the thread.
import threading


def call_in_thread(function, *args, **kwargs):
    return threading.Thread(target=function, args=args, kwargs=kwargs)
