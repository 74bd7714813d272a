# fails test_all_results_are_there_when_the_call_returns: a generator is not a list, and nothing is called yet.
import threading


class Asking(threading.Thread):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def run(self):
        self.result = self.function()


def gather(functions):
    threads = [Asking(function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
        yield thread.result
