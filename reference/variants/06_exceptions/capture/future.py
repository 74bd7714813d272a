# passes: a bare Future carries the result or the exception
import threading
from concurrent.futures import Future


def run_and_reraise(task):
    outcome = Future()

    def work():
        try:
            result = task()
        except BaseException as error:
            outcome.set_exception(error)
        else:
            outcome.set_result(result)

    threading.Thread(target=work).start()
    return outcome.result()
