# fails test_the_consumer_waits_for_a_slow_value_without_polling: looks at a shared list again and again

import threading
import time


def relay(values):
    waiting = []
    received = []
    errors = []
    finished = threading.Event()

    def produce():
        try:
            for value in values:
                waiting.append(value)
        except Exception as error:
            errors.append(error)
        finally:
            finished.set()

    def consume():
        while not (finished.is_set() and not waiting):
            if waiting:
                received.append(waiting.pop(0))
            else:
                time.sleep(0.01)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received
