# passes: a subclass with a run() of its own, which start() calls; the first exception is raised in the end.
import threading


class Step(threading.Thread):
    def __init__(self, task):
        super().__init__()
        self.task = task
        self.error = None

    def run(self):
        try:
            self.task()
        except Exception as error:
            self.error = error


def side_by_side(first, second):
    steps = Step(first), Step(second)
    for step in steps:
        step.start()
    for step in steps:
        step.join()
    for step in steps:
        if step.error:
            raise step.error
