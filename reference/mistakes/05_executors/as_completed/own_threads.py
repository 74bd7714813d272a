# fails test_executor_makes_every_call_and_stays_open: starts threads of its own and leaves the executor idle

import queue
import threading


def in_finish_order(executor, functions):
    outcomes = queue.SimpleQueue()

    def call(function):
        try:
            outcomes.put((function(), None))
        except Exception as error:
            outcomes.put((None, error))

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()

    def results():
        for _ in threads:
            result, error = outcomes.get()
            if error is not None:
                raise error
            yield result

    return results()
