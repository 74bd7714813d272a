# fails test_none_is_a_value_like_any_other: None marks the end, and the values are cut off there

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
            channel.put(None)

    def consume():
        while (value := channel.get()) is not None:
            received.append(value)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
