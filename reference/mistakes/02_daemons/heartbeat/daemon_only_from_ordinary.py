# fails test_it_is_the_same_when_called_in_another_thread: the contrary of the thread that calls it

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=not threading.current_thread().daemon)
    heart.start()
    return heart
