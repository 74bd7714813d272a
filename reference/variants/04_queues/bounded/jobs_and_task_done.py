# passes: jobs (partial) on the tray, None as the end since no job is None; task_done and Queue.join

import queue
import threading
from functools import partial


def bounded_relay(source, consume, capacity):
    tray = queue.Queue(maxsize=capacity)
    errors = []

    def keeping(function, *args):
        try:
            function(*args)
        except Exception as error:
            errors.append(error)

    def feed():
        for value in source:
            tray.put(partial(consume, value))

    def produce():
        keeping(feed)
        tray.put(None)

    def take():
        job = tray.get()
        while job is not None:
            keeping(job if not errors else int)
            tray.task_done()
            job = tray.get()
        tray.task_done()

    producer = threading.Thread(target=produce, name="producer")
    consumer = threading.Thread(target=take, name="consumer")
    producer.start()
    consumer.start()
    producer.join()
    tray.join()
    consumer.join()
    if errors:
        raise errors[0]
