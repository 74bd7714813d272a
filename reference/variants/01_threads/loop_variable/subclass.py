# passes: a subclass of Thread that keeps the item in an attribute.
import threading


class Worker(threading.Thread):
    def __init__(self, function, item):
        super().__init__(name=f"worker for {item!r}", daemon=True)
        self.function = function
        self.item = item
        self.start()

    def run(self):
        self.function(self.item)


def start_each(function, items):
    return [Worker(function, item) for item in items]
