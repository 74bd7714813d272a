# fails test_every_thread_is_alive_on_return_while_the_function_is_blocked: nobody starts them.
import threading


def start_each(function, items):
    return [threading.Thread(target=function, args=(item,)) for item in items]
