# fails test_any_number_of_values_gets_through: a full queue blocks the producer, and its consumer is not there yet.
import queue
import threading

_END = object()


def relay(values):
    channel = queue.Queue(100)
    taken, failures = [], []

    def produce():
        try:
            for value in values:
                channel.put(value)
        except BaseException as error:
            failures.append(error)
        channel.put(_END)

    def consume():
        while (value := channel.get()) is not _END:
            taken.append(value)

    producer = threading.Thread(target=produce)
    consumer = threading.Thread(target=consume)
    producer.start()
    producer.join()
    consumer.start()
    consumer.join()
    if failures:
        raise failures[0]
    return taken
