# passes: two subclasses of Thread, a bounded queue, the consumer started first

import queue
import threading


class End:
    pass


class Producer(threading.Thread):
    def __init__(self, values, channel):
        super().__init__(name="producer")
        self.values, self.channel, self.error = values, channel, None

    def run(self):
        try:
            for value in self.values:
                self.channel.put(value)
        except Exception as error:
            self.error = error
        self.channel.put(End)


class Consumer(threading.Thread):
    def __init__(self, channel):
        super().__init__(name="consumer")
        self.channel, self.received = channel, []

    def run(self):
        while True:
            value = self.channel.get()
            if value is End:
                return
            self.received.append(value)


def relay(values):
    channel = queue.Queue(maxsize=1)
    producer, consumer = Producer(values, channel), Consumer(channel)
    consumer.start()
    producer.start()
    producer.join()
    consumer.join()
    if producer.error is not None:
        raise producer.error
    return consumer.received
