# fails test_very_objects_arrive_once_in_each_call: the function changes a copy.
import copy
import threading


def call_in_thread(function, *args, **kwargs):
    args, kwargs = copy.deepcopy((args, kwargs))
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread
