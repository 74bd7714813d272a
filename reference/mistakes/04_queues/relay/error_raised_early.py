# fails test_the_very_exception_of_the_source_is_raised_and_both_threads_end: raises before the consumer is told to end and joined

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

    def consume():
        while (value := channel.get()) is not end:
            received.append(value)

    producer = threading.Thread(target=produce)
    consumer = threading.Thread(target=consume, daemon=True)
    producer.start()
    consumer.start()
    producer.join()
    if errors:
        raise errors[0]
    channel.put(end)
    consumer.join()
    return received
