# fails test_every_call_keeps_its_own_function_and_arguments: a late thread finds the next call there.
import threading

parked = None


def work():
    function, args, kwargs = parked
    function(*args, **kwargs)


def call_in_thread(function, *args, **kwargs):
    global parked
    parked = function, args, kwargs
    thread = threading.Thread(target=work)
    thread.start()
    return thread
