# fails test_every_item_is_handled_once_when_wait_returns: the event that says all is handled is not cleared by the next submit

import queue
import threading

END = object()


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._orders = queue.Queue()
        self._closed = False
        self._count = 0
        self._idle = threading.Event()
        self._idle.set()
        self._fresh = True
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, item):
        with self._lock:
            if self._closed:
                raise RuntimeError("submit() after close()")
            self._count += 1
            if self._fresh:
                self._idle.clear()
                self._fresh = False
            self._orders.put(item)

    def wait(self):
        self._idle.wait()

    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._orders.put(END)
        for thread in self._threads:
            thread.join()

    def _work(self):
        while (item := self._orders.get()) is not END:
            try:
                self._handle(item)
            except Exception as error:
                self.errors.append(error)
            with self._lock:
                self._count -= 1
                if not self._count:
                    self._idle.set()
