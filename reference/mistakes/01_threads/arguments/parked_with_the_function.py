# fails test_every_call_keeps_its_own_function_and_arguments: two calls of one function share a place.
import threading

calls = {}


def work(function):
    args, kwargs = calls[id(function)]
    function(*args, **kwargs)


def call_in_thread(function, *args, **kwargs):
    calls[id(function)] = args, kwargs
    thread = threading.Thread(target=work, args=(function,))
    thread.start()
    return thread
