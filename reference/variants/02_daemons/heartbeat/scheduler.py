# passes: the module sched keeps the time

import sched
import threading
import time


def start_heartbeat(beat, interval):
    timetable = sched.scheduler(time.monotonic, time.sleep)

    def next_beat():
        timetable.enter(interval, 1, next_beat)
        beat()

    def live():
        next_beat()
        timetable.run()

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart
