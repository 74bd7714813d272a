# passes: the workers write to slots under a lock and count themselves out by a semaphore
import threading


def outcomes(executor, functions):
    slots = {}
    lock = threading.Lock()
    ended = threading.Semaphore(0)

    def call(number, function):
        try:
            outcome = ("ok", function())
        except BaseException as error:
            outcome = ("error", error)
        with lock:
            slots[number] = outcome
        ended.release()

    calls = [executor.submit(call, *pair) for pair in enumerate(functions)]
    for _ in calls:
        ended.acquire()
    return [slots[number] for number in range(len(calls))]
