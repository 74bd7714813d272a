# fails test_every_call_keeps_its_own_function_and_arguments: whichever thread comes first takes the first call.
import queue
import threading

calls = queue.SimpleQueue()


def work():
    function, args, kwargs = calls.get()
    function(*args, **kwargs)


def call_in_thread(function, *args, **kwargs):
    calls.put((function, args, kwargs))
    thread = threading.Thread(target=work)
    thread.start()
    return thread
