# passes: a subclass of Thread that keeps the outcome in attributes, and a join that hands it over
import threading


class Running(threading.Thread):
    error = None
    value = None

    def __init__(self, task):
        super().__init__()
        self.task = task

    def run(self):
        try:
            self.value = self.task()
        except BaseException as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.error is not None:
            raise self.error
        return self.value


def run_and_reraise(task):
    running = Running(task)
    running.start()
    return running.join()
