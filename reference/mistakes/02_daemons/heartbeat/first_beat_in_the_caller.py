# fails test_the_call_returns_at_once_while_the_first_beat_is_blocked: the caller itself makes the first beat

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            time.sleep(interval)
            beat()

    beat()
    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
