# fails test_at_most_capacity_values_wait_for_a_slow_consumer: takes the next value out of the source before it hands over the last two

import queue
import threading


def bounded_relay(source, consume, capacity):
    tray = queue.Queue(maxsize=capacity)
    end = object()
    errors = []
    held = []

    def produce():
        try:
            for value in source:
                if errors:
                    break
                held.append(value)
                if len(held) > 1:
                    tray.put(held.pop(0))
            for value in held:
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
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
