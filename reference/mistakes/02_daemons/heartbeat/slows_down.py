# fails test_beats_are_an_interval_apart: each pause is longer than the one before

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        pause = interval
        while True:
            beat()
            time.sleep(pause)
            pause += interval

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
