# fails test_a_program_ends_while_its_hearts_still_beat: the program waits for the heart when it ends

import atexit
import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    atexit.register(heart.join)
    return heart
