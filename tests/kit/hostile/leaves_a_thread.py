# expects: failed: leaves a thread that works on while others are judged
import threading
import time

counter = 0


def bump(times):
    def work():
        while True:
            time.sleep(0.01)

    threading.Thread(target=work).start()
