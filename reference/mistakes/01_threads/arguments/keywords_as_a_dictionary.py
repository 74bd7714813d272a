# fails test_function_gets_all_arguments_and_keywords: the keywords arrive as one more argument.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=(*args, kwargs))
    thread.start()
    return thread
