# passes: a Semaphore counts the room that is left; a consumer that has failed gives it back all the same

import queue
import threading


def bounded_relay(source, consume, capacity):
    room = threading.Semaphore(capacity)
    waiting = queue.SimpleQueue()
    end = object()
    failures = {}

    def produce():
        try:
            for value in source:
                room.acquire()
                if "consume" in failures:
                    return
                waiting.put(value)
        except Exception as error:
            failures["source"] = error
        finally:
            waiting.put(end)

    def take():
        while (value := waiting.get()) is not end:
            room.release()
            if "consume" not in failures:
                try:
                    consume(value)
                except Exception as error:
                    failures["consume"] = error
                    room.release()

    threads = [threading.Thread(target=side) for side in (produce, take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in failures.values():
        raise error
