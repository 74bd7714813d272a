# fails test_any_value_is_consumed: a value that is an exception is raised

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
            tray.put(error)
        finally:
            tray.put(end)

    def take():
        while (value := tray.get()) is not end:
            if errors:
                continue
            if isinstance(value, Exception):
                errors.append(value)
                continue
            try:
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
