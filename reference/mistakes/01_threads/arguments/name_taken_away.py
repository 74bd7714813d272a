# fails test_keywords_that_a_thread_knows_too_go_to_the_function: name= never reaches the function.
import threading


class Caller(threading.Thread):
    def __init__(self, function, args, kwargs, name=None):
        super().__init__(name=name)
        self.function, self.arguments, self.keywords = function, args, kwargs

    def run(self):
        self.function(*self.arguments, **self.keywords)


def call_in_thread(function, *args, **kwargs):
    caller = Caller(function, args, kwargs, name=kwargs.pop("name", None))
    caller.start()
    return caller
