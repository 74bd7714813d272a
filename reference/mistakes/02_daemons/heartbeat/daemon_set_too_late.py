# fails test_a_started_daemon_thread_is_returned: a thread that was started cannot become a daemon any more

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live)
    heart.start()
    heart.daemon = True
    return heart
