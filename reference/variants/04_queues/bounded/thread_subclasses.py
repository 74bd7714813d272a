# passes: two subclasses of Thread and a Queue; the failed consumer asks the producer to stop and makes room

import queue
import threading


class Side(threading.Thread):
    def __init__(self, tray):
        super().__init__()
        self.tray = tray
        self.error = None

    def run(self):
        try:
            self.work()
        except Exception as error:
            self.error = error
        self.leave()


class Producer(Side):
    def __init__(self, tray, source):
        super().__init__(tray)
        self.source = source
        self.stop = threading.Event()

    def work(self):
        for value in self.source:
            self.tray.put((value,))
            if self.stop.is_set():
                break

    def leave(self):
        self.tray.put(())


class Consumer(Side):
    def __init__(self, tray, consume, producer):
        super().__init__(tray)
        self.consume = consume
        self.producer = producer
        self.ended = False

    def take(self):
        box = self.tray.get()
        self.ended = not box
        return box

    def work(self):
        while box := self.take():
            self.consume(*box)

    def leave(self):
        self.producer.stop.set()
        while not self.ended:
            self.take()


def bounded_relay(source, consume, capacity):
    tray = queue.Queue(capacity)
    producer = Producer(tray, source)
    consumer = Consumer(tray, consume, producer)
    consumer.start()
    producer.start()
    producer.join()
    consumer.join()
    error = consumer.error or producer.error
    if error is not None:
        raise error
