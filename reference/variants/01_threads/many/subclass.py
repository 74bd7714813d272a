# passes: a subclass of Thread that starts itself; the first exception is raised in the end.
import threading


class Running(threading.Thread):
    def __init__(self, task):
        super().__init__()
        self.task = task
        self.error = None
        self.start()

    def run(self):
        try:
            self.task()
        except Exception as error:
            self.error = error


def run_all(tasks):
    threads = [Running(task) for task in tasks]
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
