# passes: the consumer starts when the producer has ended, so an empty queue is the end

import queue
import threading


def relay(values):
    channel = queue.Queue()
    received = []
    errors = []

    def produce():
        try:
            for value in values:
                channel.put(value)
        except Exception as error:
            errors.append(error)

    def consume():
        while not channel.empty():
            received.append(channel.get())

    for step in (produce, consume):
        thread = threading.Thread(target=step)
        thread.start()
        thread.join()
    if errors:
        raise errors[0]
    return received
