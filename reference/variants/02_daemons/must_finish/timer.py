# passes: a Timer without delay, that is no daemon

import threading


def save_in_background(save):
    timer = threading.Timer(0, save)
    timer.daemon = False
    timer.start()
    return timer
