# fails test_the_call_returns_at_once_while_the_first_beat_is_blocked: the brackets make the caller beat

import threading


def start_heartbeat(beat, interval):
    heart = threading.Thread(target=beat(), daemon=True)
    heart.start()
    return heart
