# fails test_the_first_beat_comes_at_once: while not wait(interval) waits before the first beat too

import threading


def start_heartbeat(beat, interval):
    stop = threading.Event()

    def live():
        while not stop.wait(interval):
            beat()

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
