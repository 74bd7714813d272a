# fails test_any_object_may_occur: a tuple among the values is taken for the failure of the source

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
            channel.put(("error", error))
        finally:
            channel.put(end)

    def consume():
        while True:
            value = channel.get()
            if value is end:
                break
            if isinstance(value, tuple) and value[0] == "error":
                errors.append(value[1])
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
