# passes: a subclass of Thread with its own run.
import threading


class Background(threading.Thread):
    def __init__(self, task):
        super().__init__()
        self.task = task

    def run(self):
        self.task()


def start_in_background(task):
    thread = Background(task)
    thread.start()
    return thread
