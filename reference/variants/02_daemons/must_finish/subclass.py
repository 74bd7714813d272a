# passes: a subclass of Thread that is never a daemon

import threading


class Saving(threading.Thread):
    def __init__(self, save):
        super().__init__(name="saving", daemon=False)
        self.save = save

    def run(self):
        self.save()


def save_in_background(save):
    thread = Saving(save)
    thread.start()
    return thread
