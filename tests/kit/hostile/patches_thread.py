# expects: failed: puts something else in the place of Thread
import threading

counter = 0


def bump(times):
    class Thread(threading.Thread):
        def start(self):
            pass

    threading.Thread = Thread
