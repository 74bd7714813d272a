"""After the SCTBench program bluetooth_driver_bad: the driver is stopped between its flag and its count."""

import threading

atomic = threading.Lock()


class Device:
    def __init__(self):
        self.pending = 1
        self.stopping = self.stop_event = self.stopped = False

    def enter(self):
        if self.stopping:
            return False
        with atomic:
            self.pending += 1
        return True

    def leave(self):
        with atomic:
            self.pending -= 1
            pending = self.pending
        if pending == 0:
            self.stop_event = True

    def add(self):
        if self.enter():
            assert not self.stopped
        self.leave()

    def stop(self):
        self.stopping = True
        self.leave()
        if self.stop_event:
            self.stopped = True


device = Device()
THREADS = device.stop, device.add


def check():
    assert device.stopping
