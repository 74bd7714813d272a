# fails test_all_results_are_there_when_the_call_returns: the results are copied before the joins.
import threading


class Asking(threading.Thread):
    result = None

    def __init__(self, function):
        super().__init__()
        self.function = function

    def run(self):
        self.result = self.function()


def gather(functions):
    threads = [Asking(function) for function in functions]
    for thread in threads:
        thread.start()
    results = [thread.result for thread in threads]
    for thread in threads:
        thread.join()
    return results
