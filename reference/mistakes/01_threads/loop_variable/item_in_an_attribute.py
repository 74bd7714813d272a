# fails test_each_thread_is_handed_its_own_item: all threads read one attribute that moves on.
import threading


class Starter:
    def __init__(self, function):
        self.function = function
        self.item = None

    def work(self):
        self.function(self.item)


def start_each(function, items):
    starter = Starter(function)
    threads = []
    for item in items:
        starter.item = item
        thread = threading.Thread(target=starter.work)
        thread.start()
        threads.append(thread)
    return threads
