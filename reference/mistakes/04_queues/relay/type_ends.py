# fails test_any_object_may_occur: knows the end mark by its type, which a value may have too

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
            channel.put(object())

    def consume():
        while True:
            value = channel.get()
            if type(value) is object:
                break
            received.append(value)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
