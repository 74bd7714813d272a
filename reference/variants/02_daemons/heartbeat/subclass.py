# passes: a subclass of Thread that is always a daemon

import threading
import time


class Heart(threading.Thread):
    def __init__(self, beat, interval):
        super().__init__(name="heart", daemon=True)
        self.beat = beat
        self.interval = interval

    def run(self):
        while True:
            self.beat()
            time.sleep(self.interval)


def start_heartbeat(beat, interval):
    heart = Heart(beat, interval)
    heart.start()
    return heart
