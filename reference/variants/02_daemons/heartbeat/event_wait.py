# passes: Event.wait as the pause, after the beat

import threading


def start_heartbeat(beat, interval):
    never = threading.Event()

    def live():
        beat()
        while not never.wait(timeout=interval):
            beat()

    heart = threading.Thread(target=live)
    heart.daemon = True
    heart.start()
    return heart
