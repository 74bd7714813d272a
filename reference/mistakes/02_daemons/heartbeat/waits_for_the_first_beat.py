# fails test_the_call_returns_at_once_while_the_first_beat_is_blocked: returns only when the first beat is over

import threading
import time


def start_heartbeat(beat, interval):
    first = threading.Event()

    def live():
        while True:
            beat()
            first.set()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    first.wait()
    return heart
