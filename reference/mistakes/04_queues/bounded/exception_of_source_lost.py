# fails test_exception_of_the_source_is_raised_and_ends_both: a source that fails looks like one that has ended

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
        except Exception:
            pass
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
