# passes: a partial is the whole call in one object; a daemon thread.
from functools import partial
from threading import Thread


def call_in_thread(function, /, *args, **kwargs):
    thread = Thread(target=partial(function, *args, **kwargs), daemon=True)
    thread.start()
    return thread
