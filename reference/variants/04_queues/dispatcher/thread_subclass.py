# passes: a subclass of Thread, items wrapped in a tuple, None for the end

import queue
import threading


class Worker(threading.Thread):
    def __init__(self, orders, handle, errors):
        super().__init__(name="worker", daemon=True)
        self.orders, self.handle, self.errors = orders, handle, errors

    def run(self):
        for order in iter(self.orders.get, None):
            try:
                self.handle(*order)
            except Exception as error:
                self.errors.append(error)
            self.orders.task_done()
        self.orders.task_done()


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._gate = threading.RLock()
        self._open = True
        self._orders = queue.Queue()
        self._crew = [Worker(self._orders, handle, self.errors) for _ in range(workers)]
        for worker in self._crew:
            worker.start()

    def submit(self, item):
        self._gate.acquire()
        try:
            if not self._open:
                raise RuntimeError("the dispatcher is closed")
            self._orders.put((item,))
        finally:
            self._gate.release()

    def wait(self):
        self._orders.join()

    def close(self):
        with self._gate:
            crew = self._crew if self._open else []
            self._open = False
        self.wait()
        for _ in crew:
            self._orders.put(None)
        for worker in self._crew:
            worker.join()
