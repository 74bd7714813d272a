# fails test_single_argument_stays_one_whatever_it_is: None is an argument like any other.
import threading


def call_in_thread(function, *args, **kwargs):
    given = [argument for argument in args if argument is not None]
    thread = threading.Thread(target=function, args=given, kwargs=kwargs)
    thread.start()
    return thread
