# fails test_at_most_capacity_values_wait_for_a_slow_consumer: empties the tray into its own hands, so that as many again can wait

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
        ended = False
        while not ended:
            batch = [tray.get()]
            while not tray.empty():
                batch.append(tray.get())
            for value in batch:
                if value is end:
                    ended = True
                elif not errors:
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
