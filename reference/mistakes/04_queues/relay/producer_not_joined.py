# fails test_both_threads_have_ended_on_return: waits for the consumer alone

import queue
import threading


def relay(values):
    channel = queue.Queue()
    end = object()
    received = []
    errors = []

    def produce():
        try:
            for value in values:
                channel.put(value)
        except Exception as error:
            errors.append(error)
        finally:
            channel.put(end)

    def consume():
        while (value := channel.get()) is not end:
            received.append(value)

    producer = threading.Thread(target=produce)
    consumer = threading.Thread(target=consume)
    producer.start()
    consumer.start()
    consumer.join()
    if errors:
        raise errors[0]
    return received
