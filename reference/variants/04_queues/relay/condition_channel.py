# passes: a queue of our own, made of a deque and a Condition, that can be closed

import collections
import threading


class Channel:
    def __init__(self):
        self.values = collections.deque()
        self.closed = False
        self.changed = threading.Condition()

    def put(self, value):
        with self.changed:
            self.values.append(value)
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify()

    def __iter__(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.values or self.closed)
                if not self.values:
                    return
                value = self.values.popleft()
            yield value


def relay(values):
    channel, received, errors = Channel(), [], []

    def produce():
        try:
            for value in values:
                channel.put(value)
        except Exception as error:
            errors.append(error)
        finally:
            channel.close()

    producer = threading.Thread(target=produce)
    consumer = threading.Thread(target=lambda: received.extend(channel))
    producer.start()
    consumer.start()
    producer.join()
    consumer.join()
    for error in errors:
        raise error
    return received
