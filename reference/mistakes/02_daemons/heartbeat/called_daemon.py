# fails test_a_started_daemon_thread_is_returned: is only named a daemon

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, name="daemon")
    heart.start()
    return heart
