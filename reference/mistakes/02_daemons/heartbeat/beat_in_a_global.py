# fails test_two_hearts_beat_each_at_its_own_pace: the second call changes what the first heart does

import threading
import time

pulse = None


def live():
    while True:
        beat, interval = pulse
        beat()
        time.sleep(interval)


def start_heartbeat(beat, interval):
    global pulse
    pulse = beat, interval
    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
