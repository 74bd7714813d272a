# fails test_every_beat_is_made_by_the_thread_that_is_returned: each beat starts the next timer, and the first one, which is returned, has ended

import threading


def start_heartbeat(beat, interval):
    def next_beat(seconds):
        timer = threading.Timer(seconds, live)
        timer.daemon = True
        timer.start()
        return timer

    def live():
        beat()
        next_beat(interval)

    return next_beat(0)
