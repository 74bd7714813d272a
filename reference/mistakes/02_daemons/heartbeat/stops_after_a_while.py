# fails test_the_heart_never_stops: a loop of ten beats

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        for _ in range(10):
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
