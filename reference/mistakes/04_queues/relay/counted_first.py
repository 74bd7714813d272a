# fails test_a_generator_is_iterated_once_and_may_be_empty: counting uses the generator up

import queue
import threading


def relay(values):
    channel = queue.Queue()
    received = []
    errors = []
    length = []
    counted = threading.Event()

    def produce():
        try:
            length.append(sum(1 for _ in values))
            counted.set()
            for value in values:
                channel.put(value)
        except Exception as error:
            errors.append(error)
            length.append(0)
            counted.set()

    def consume():
        counted.wait()
        for _ in range(length[0]):
            received.append(channel.get())

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
