# fails test_the_very_exception_of_the_source_is_raised_and_both_threads_end: raises an exception of its own instead of the source's

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

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise ValueError(str(errors[0])) from errors[0]
    return received
