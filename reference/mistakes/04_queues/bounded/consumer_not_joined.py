# fails test_all_is_consumed_and_both_threads_have_ended_on_return: waits for the producer alone

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
    consumer = threading.Thread(target=take)
    producer.start()
    consumer.start()
    producer.join()
    if errors:
        raise errors[0]
