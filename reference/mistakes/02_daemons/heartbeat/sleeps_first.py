# fails test_the_first_beat_comes_at_once: the first beat comes one interval late

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            time.sleep(interval)
            beat()

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
