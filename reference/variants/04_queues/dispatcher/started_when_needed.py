# passes: workers are started with the first item; a partial, a counter and an Event for idle

import queue
import threading
from functools import partial

END = object()


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._workers = workers
        self._threads = []
        self._calls = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._open_items = 0
        self._closed = False
        self._idle = threading.Event()
        self._idle.set()

    def submit(self, item):
        with self._lock:
            if self._closed:
                raise RuntimeError("closed")
            self._open_items += 1
            self._idle.clear()
            if not self._threads:
                self._threads = [threading.Thread(target=self._work) for _ in range(self._workers)]
                for thread in self._threads:
                    thread.start()
            self._calls.put(partial(self._handle, item))

    def wait(self):
        self._idle.wait()

    def close(self):
        with self._lock:
            closed, self._closed = self._closed, True
            threads = list(self._threads)
        if not closed:
            for _ in threads:
                self._calls.put(END)
        for thread in threads:
            thread.join()

    def _work(self):
        while (call := self._calls.get()) is not END:
            try:
                call()
            except Exception as error:
                self.errors.append(error)
            with self._lock:
                self._open_items -= 1
                if self._open_items == 0:
                    self._idle.set()
