# fails test_function_may_be_any_callable_and_there_may_be_no_arguments: there may be no first argument.
import threading


def call_in_thread(function, *args, **kwargs):
    first, *rest = args
    thread = threading.Thread(target=function, args=(first, *rest), kwargs=kwargs)
    thread.start()
    return thread
