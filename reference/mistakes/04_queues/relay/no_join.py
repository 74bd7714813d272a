# fails test_values_arrive_in_order: returns the list while it is still being filled

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

    threading.Thread(target=produce).start()
    threading.Thread(target=consume).start()
    if errors:
        raise errors[0]
    return received
