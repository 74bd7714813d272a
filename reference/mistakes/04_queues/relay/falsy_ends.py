# fails test_any_object_may_occur: takes every value that counts as false for the end

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
        finally:
            channel.put(False)

    def consume():
        while value := channel.get():
            received.append(value)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
