# passes: a subclass of Thread that starts on entry and joins on exit of a with block.
import threading


class Running(threading.Thread):
    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.join()


def run_and_wait(task):
    with Running(target=task):
        pass
