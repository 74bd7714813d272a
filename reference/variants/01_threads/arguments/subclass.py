# passes: a subclass of Thread whose run() makes the call.
import threading


class Caller(threading.Thread):
    def __init__(self, function, args, kwargs):
        super().__init__()
        self.function = function
        self.arguments = args
        self.keywords = kwargs

    def run(self):
        self.function(*self.arguments, **self.keywords)


def call_in_thread(function, *args, **kwargs):
    caller = Caller(function, args, kwargs)
    caller.start()
    return caller
