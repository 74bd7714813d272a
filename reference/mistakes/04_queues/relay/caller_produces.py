# fails test_a_producer_and_a_consumer_thread_are_started: the caller puts the values itself

import queue
import threading


def relay(values):
    channel = queue.Queue()
    end = object()
    received = []

    def consume():
        while (value := channel.get()) is not end:
            received.append(value)

    consumer = threading.Thread(target=consume)
    consumer.start()
    try:
        for value in values:
            channel.put(value)
    finally:
        channel.put(end)
        consumer.join()
    return received
