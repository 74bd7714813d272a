# fails test_two_hearts_beat_each_at_its_own_pace: a second call is given the first heart

import threading
import time

heart = None


def start_heartbeat(beat, interval):
    global heart

    def live():
        while True:
            beat()
            time.sleep(interval)

    if heart is None:
        heart = threading.Thread(target=live, daemon=True)
        heart.start()
    return heart
