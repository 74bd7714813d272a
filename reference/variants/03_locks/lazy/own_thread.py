# passes: the factory is called in a thread of its own, and its error is raised in the caller

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()

    def get(self):
        with self._lock:
            if not hasattr(self, "_value"):
                maker = Maker(self._factory)
                maker.start()
                maker.join()
                if maker.error is not None:
                    raise maker.error
                self._value = maker.value
            return self._value


class Maker(threading.Thread):
    error = None

    def __init__(self, factory):
        super().__init__()
        self.factory = factory

    def run(self):
        try:
            self.value = self.factory()
        except Exception as error:
            self.error = error
