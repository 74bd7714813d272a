# passes: a pool of two threads; the futures carry the list and the exception

from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue


def relay(values):
    channel = SimpleQueue()
    end = object()

    def produce():
        try:
            for value in values:
                channel.put(value)
        finally:
            channel.put(end)

    def taken():
        while (value := channel.get()) is not end:
            yield value

    with ThreadPoolExecutor(max_workers=2) as pool:
        produced = pool.submit(produce)
        consumed = pool.submit(lambda: list(taken()))
    produced.result()
    return consumed.result()
