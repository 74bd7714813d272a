# fails test_a_producer_and_a_consumer_thread_are_started: the caller takes the values itself

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

    producer = threading.Thread(target=produce)
    producer.start()
    while (value := channel.get()) is not end:
        received.append(value)
    producer.join()
    if errors:
        raise errors[0]
    return received
