# fails test_function_gets_all_arguments_and_keywords: the keywords stay behind.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread
