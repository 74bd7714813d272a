# fails test_the_heart_never_stops: ends by the clock

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        end = time.monotonic() + 3600
        while time.monotonic() < end:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
