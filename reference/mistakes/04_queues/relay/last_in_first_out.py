# fails test_values_arrive_in_order: a LifoQueue gives the newest value first

import queue
import threading


def relay(values):
    channel = queue.LifoQueue()
    received = []
    errors = []
    finished = threading.Event()

    def produce():
        try:
            for value in values:
                channel.put(value)
        except Exception as error:
            errors.append(error)
        finally:
            finished.set()

    def consume():
        finished.wait()
        while not channel.empty():
            received.append(channel.get())

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
