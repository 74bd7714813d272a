# fails test_every_wait_blocks_without_polling_until_all_is_handled: wakes one of those who wait, and the others sleep on

import collections
import threading


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._items = collections.deque()
        self._pending = 0
        self._closed = False
        self._changed = threading.Condition()
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, item):
        with self._changed:
            if self._closed:
                raise RuntimeError("submit() after close()")
            self._items.append(item)
            self._pending += 1
            self._changed.notify_all()

    def wait(self):
        with self._changed:
            while self._pending:
                self._changed.wait()

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _work(self):
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._items or self._closed)
                if not self._items:
                    return
                item = self._items.popleft()
            try:
                self._handle(item)
            except Exception as error:
                self.errors.append(error)
            with self._changed:
                self._pending -= 1
                self._changed.notify()
