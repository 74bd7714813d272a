# fails test_calls_overlap_also_those_that_fail: the lock is held while the function runs
import threading


def outcomes(executor, functions):
    lock = threading.Lock()

    def attempt(function):
        with lock:
            try:
                return "ok", function()
            except Exception as error:
                return "error", error

    return list(executor.map(attempt, functions))
