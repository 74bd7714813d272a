# fails test_a_consumer_that_waits_for_a_value_does_not_poll: looks again and again whether a value has come

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
        while True:
            try:
                value = tray.get(timeout=0.1)
            except queue.Empty:
                continue
            if value is end:
                return
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
