# fails test_the_very_exception_of_the_source_is_raised_and_both_threads_end: the list is cut short and nobody is told

import queue
import threading


def relay(values):
    channel = queue.Queue()
    end = object()
    received = []

    def produce():
        try:
            for value in values:
                channel.put(value)
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
    return received
