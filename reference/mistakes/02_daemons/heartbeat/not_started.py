# fails test_a_started_daemon_thread_is_returned: makes a thread and never starts it

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    return threading.Thread(target=live, daemon=True)
