# fails test_very_objects_arrive_once_in_each_call: the same call again is not made.
import threading

threads = {}


def call_in_thread(function, *args, **kwargs):
    call = (id(function), *map(id, args))
    if call not in threads:
        threads[call] = threading.Thread(target=function, args=args, kwargs=kwargs)
        threads[call].start()
    return threads[call]
