# fails test_a_started_daemon_thread_is_returned: takes after the thread that calls it, which is mostly the main thread

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    daemon = threading.current_thread().daemon
    heart = threading.Thread(target=live, daemon=daemon)
    heart.start()
    return heart
