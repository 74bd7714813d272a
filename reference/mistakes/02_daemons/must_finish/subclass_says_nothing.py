# fails test_a_program_ends_only_when_a_daemon_thread_has_saved: a subclass inherits from its maker as any Thread does

import threading


class Saving(threading.Thread):
    def __init__(self, save):
        super().__init__()
        self.save = save

    def run(self):
        self.save()


def save_in_background(save):
    thread = Saving(save)
    thread.start()
    return thread
