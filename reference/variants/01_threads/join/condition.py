# passes: a Condition says when the work is over, then the join.
import threading


class Work:
    def __init__(self, task):
        self.task = task
        self.over = False
        self.changed = threading.Condition()

    def __call__(self):
        try:
            self.task()
        finally:
            with self.changed:
                self.over = True
                self.changed.notify_all()


def run_and_wait(task):
    work = Work(task)
    thread = threading.Thread(target=work)
    thread.start()
    with work.changed:
        work.changed.wait_for(lambda: work.over)
    thread.join()
