# fails test_values_arrive_in_order: a value that takes more than a second is given up

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
        while True:
            try:
                received.append(channel.get(timeout=1))
            except queue.Empty:
                return

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
