# fails test_a_program_ends_while_its_hearts_still_beat: a second thread, which is no daemon, waits for the heart

import threading
import time


def start_heartbeat(beat, interval):
    def live():
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    threading.Thread(target=heart.join).start()
    return heart
