# fails test_function_that_raises_does_not_stop_the_others: the result of a call that raises never comes.
import queue
import threading


def gather(functions):
    channels = []

    def call(function, channel):
        channel.put(function())

    for function in functions:
        channels.append(queue.SimpleQueue())
        threading.Thread(target=call, args=(function, channels[-1])).start()
    return [channel.get() for channel in channels]
