# fails test_beats_are_an_interval_apart: cuts the interval down to whole seconds

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(int(interval))

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
