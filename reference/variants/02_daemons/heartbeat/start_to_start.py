# passes: keeps to a timetable, however long a beat takes

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        due = time.monotonic()
        while True:
            beat()
            due += interval
            time.sleep(max(0, due - time.monotonic()))

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
