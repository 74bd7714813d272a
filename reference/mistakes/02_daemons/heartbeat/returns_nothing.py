# fails test_a_started_daemon_thread_is_returned: keeps the thread to itself

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    threading.Thread(target=live, daemon=True).start()
