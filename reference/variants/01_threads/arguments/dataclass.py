# passes: a dataclass for the call, of which the thread is given a method.
import threading
from dataclasses import dataclass, field


@dataclass
class Order:
    function: object
    args: tuple = ()
    kwargs: dict = field(default_factory=dict)

    def carry_out(self):
        try:
            self.function(*self.args, **self.kwargs)
        except Exception as error:
            print("the call failed:", error)


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=Order(function, args, kwargs).carry_out)
    thread.start()
    return thread
