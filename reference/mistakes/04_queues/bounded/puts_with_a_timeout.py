# fails test_a_producer_that_waits_for_room_does_not_poll: tries again and again whether there is room

import queue
import threading


def bounded_relay(source, consume, capacity):
    tray = queue.Queue(maxsize=capacity)
    end = object()
    errors = []

    def put(value):
        while not errors:
            try:
                tray.put(value, timeout=0.1)
                return
            except queue.Full:
                pass

    def produce():
        try:
            for value in source:
                put(value)
                if errors:
                    break
        except Exception as error:
            errors.append(error)
        put(end)

    def take():
        try:
            while not errors and (value := tray.get()) is not end:
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
