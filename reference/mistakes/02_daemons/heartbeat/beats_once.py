# fails test_beats_are_an_interval_apart: no loop

import threading


def start_heartbeat(beat, interval):
    heart = threading.Thread(target=beat, daemon=True)
    heart.start()
    return heart
