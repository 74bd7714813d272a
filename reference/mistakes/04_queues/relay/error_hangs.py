# fails test_the_very_exception_of_the_source_is_raised_and_both_threads_end: the failing producer announces no end, so the consumer waits for ever

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
            channel.put(end)
        except Exception as error:
            errors.append(error)

    def consume():
        while (value := channel.get()) is not end:
            received.append(value)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
