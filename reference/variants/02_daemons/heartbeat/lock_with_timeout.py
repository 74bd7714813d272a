# passes: a lock that nobody releases, asked for with a timeout; a partial as target

import threading
from functools import partial


def live(beat, interval):
    pause = threading.Lock()
    pause.acquire()
    while True:
        beat()
        pause.acquire(timeout=interval)


def start_heartbeat(beat, interval):
    heart = threading.Thread(target=partial(live, beat, interval), daemon=True)
    heart.start()
    return heart
