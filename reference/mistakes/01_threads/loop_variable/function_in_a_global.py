# fails test_two_calls_keep_their_own_functions: a late thread finds the next call's function.
import threading

the_function = None


def call(item):
    the_function(item)


def start_each(function, items):
    global the_function
    the_function = function
    threads = []
    for item in items:
        t = threading.Thread(target=call, args=(item,))
        t.start()
        threads.append(t)
    return threads
