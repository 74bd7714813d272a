# passes: a Condition and wait_for, told by a thread that joins.
import threading


class Watcher(threading.Thread):
    def __init__(self, watched):
        super().__init__(daemon=True)
        self.watched = watched
        self.changed = threading.Condition()

    def run(self):
        self.watched.join()
        with self.changed:
            self.changed.notify_all()


def finished_within(thread, seconds):
    watcher = Watcher(thread)
    with watcher.changed:
        watcher.start()
        return watcher.changed.wait_for(lambda: not thread.is_alive(), timeout=seconds)
