# fails test_function_gets_all_arguments_and_keywords: start() returns None.
import threading


def call_in_thread(function, *args, **kwargs):
    return threading.Thread(target=function, args=args, kwargs=kwargs).start()
