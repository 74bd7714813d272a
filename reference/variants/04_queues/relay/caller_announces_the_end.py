# passes: the caller joins the producer and then puts the end mark itself

import queue
import threading


def relay(values):
    channel = queue.Queue()
    end = object()
    received = []
    outcome = {}

    def produce():
        try:
            for value in values:
                channel.put(value)
        except Exception as error:
            outcome["error"] = error

    def consume():
        value = channel.get()
        while value is not end:
            received.append(value)
            value = channel.get()

    producer = threading.Thread(target=produce)
    consumer = threading.Thread(target=consume, daemon=True)
    producer.start()
    consumer.start()
    producer.join()
    channel.put(end)
    consumer.join()
    if "error" in outcome:
        raise outcome["error"]
    return received
