# fails test_a_started_daemon_thread_is_returned: an ordinary thread without end, so the program never ends

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live)
    heart.start()
    return heart
