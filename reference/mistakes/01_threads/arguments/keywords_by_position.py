# fails test_function_gets_all_arguments_and_keywords: the keywords lose their names.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=(*args, *kwargs.values()))
    thread.start()
    return thread
