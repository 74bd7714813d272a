# passes: a locked countdown with a Condition, and then the joins.
import threading


class Countdown:
    def __init__(self):
        self.left = 0
        self.changed = threading.Condition()

    def work(self, task):
        try:
            task()
        finally:
            with self.changed:
                self.left -= 1
                self.changed.notify()


def run_all(tasks):
    countdown = Countdown()
    threads = [threading.Thread(target=countdown.work, args=(task,)) for task in tasks]
    countdown.left = len(threads)
    for thread in threads:
        thread.start()
    with countdown.changed:
        while countdown.left:
            countdown.changed.wait()
    for thread in threads:
        thread.join()
