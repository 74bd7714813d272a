# fails test_single_argument_stays_one_whatever_it_is: a tuple that comes alone is taken for the arguments.
import threading


def call_in_thread(function, *args, **kwargs):
    if len(args) == 1 and isinstance(args[0], tuple):
        (args,) = args
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread
