# fails test_each_side_has_a_thread_of_its_own: the caller calls consume itself

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

    producer = threading.Thread(target=produce)
    producer.start()
    take()
    producer.join()
    if errors:
        raise errors[0]
