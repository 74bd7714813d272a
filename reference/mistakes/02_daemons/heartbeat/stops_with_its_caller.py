# fails test_it_is_the_same_when_called_in_another_thread: beats only as long as the thread that called is alive

import threading
import time


def start_heartbeat(beat, interval):
    caller = threading.current_thread()

    def live():
        while caller.is_alive():
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
