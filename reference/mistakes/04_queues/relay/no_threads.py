# fails test_a_producer_and_a_consumer_thread_are_started: right list, no thread

import queue


def relay(values):
    channel = queue.Queue()
    for value in values:
        channel.put(value)
    return [channel.get() for _ in range(channel.qsize())]
