# fails test_exception_of_consume_is_raised_and_ends_both: takes off what waits when it fails, but the end mark may come to a full tray again

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
                    break
                tray.put(value)
        except Exception as error:
            errors.append(error)
        finally:
            tray.put(end)

    def take():
        try:
            while (value := tray.get()) is not end:
                consume(value)
        except Exception as error:
            errors.append(error)
            while not tray.empty():
                tray.get()

    threads = [threading.Thread(target=produce), threading.Thread(target=take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
