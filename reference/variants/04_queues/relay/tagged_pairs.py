# passes: pairs of a tag and a value, the error travels on the queue too

import queue
import threading


def relay(values):
    channel = queue.Queue()
    received = []
    failure = []

    def produce():
        try:
            for value in values:
                channel.put(("value", value))
        except Exception as error:
            channel.put(("error", error))
        else:
            channel.put(("end", None))

    def consume():
        while True:
            tag, value = channel.get()
            if tag == "value":
                received.append(value)
                continue
            if tag == "error":
                failure.append(value)
            return

    threads = [threading.Thread(target=target) for target in (produce, consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failure:
        raise failure[0]
    return received
