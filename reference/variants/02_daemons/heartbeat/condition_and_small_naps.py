# passes: a Condition, waited for in two halves

import threading
import time


def start_heartbeat(beat, interval):
    changed = threading.Condition()

    def pause():
        end = time.monotonic() + interval
        with changed:
            while (left := end - time.monotonic()) > 0:
                changed.wait(min(left, max(interval / 2, 0.001)))

    def live():
        while True:
            beat()
            pause()

    heart = threading.Thread(target=live, args=(), daemon=True)
    heart.start()
    return heart
