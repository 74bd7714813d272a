# fails test_the_call_returns_at_once_while_the_first_beat_is_blocked: waits for a thread that never ends

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    heart.join()
    return heart
