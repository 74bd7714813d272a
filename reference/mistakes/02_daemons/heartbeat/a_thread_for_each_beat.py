# fails test_every_beat_is_made_by_the_thread_that_is_returned: the heart lets other threads beat

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            threading.Thread(target=beat).start()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
