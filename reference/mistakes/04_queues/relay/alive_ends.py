# fails test_values_arrive_in_order: waits for one more value just when the producer ends without one

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

    producer = threading.Thread(target=produce)

    def consume():
        while producer.is_alive() or not channel.empty():
            received.append(channel.get())

    consumer = threading.Thread(target=consume)
    producer.start()
    consumer.start()
    producer.join()
    consumer.join()
    if errors:
        raise errors[0]
    return received
