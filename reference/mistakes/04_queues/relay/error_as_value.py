# fails test_any_object_may_occur: an exception among the values is taken for a failure of the source

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
            channel.put(error)
        finally:
            channel.put(end)

    def consume():
        while (value := channel.get()) is not end:
            if isinstance(value, Exception):
                errors.append(value)
            else:
                received.append(value)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
