# passes: a Timer with no delay is a Thread too.
from threading import Timer


def start_in_background(task):
    timer = Timer(0, task)
    timer.start()
    return timer
