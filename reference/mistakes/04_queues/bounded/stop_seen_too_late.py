# fails test_exception_of_consume_is_raised_and_ends_both: asks whether to stop, and blocks in put when the consumer fails right after

import queue
import threading


def bounded_relay(source, consume, capacity):
    tray = queue.Queue(maxsize=capacity)
    end = object()
    errors = []

    def produce():
        try:
            for value in source:
                if errors:
                    return
                tray.put(value)
        except Exception as error:
            errors.append(error)
        else:
            tray.put(end)

    def take():
        try:
            while (value := tray.get()) is not end:
                consume(value)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=produce), threading.Thread(target=take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
