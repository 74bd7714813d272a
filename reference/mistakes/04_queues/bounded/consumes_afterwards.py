# fails test_values_are_consumed_in_order: the consumer begins when all is on the tray, and a full tray has no end

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
        while (value := tray.get()) is not end:
            if errors:
                continue
            try:
                consume(value)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=produce), threading.Thread(target=take)]
    for thread in threads:
        thread.start()
        thread.join()
    if errors:
        raise errors[0]
