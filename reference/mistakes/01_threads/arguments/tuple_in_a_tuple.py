# fails test_function_gets_all_arguments_and_keywords: all arguments arrive as one.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=(args,), kwargs=kwargs)
    thread.start()
    return thread
