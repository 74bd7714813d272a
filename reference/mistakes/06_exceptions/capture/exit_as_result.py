# fails test_what_is_no_ordinary_exception_is_raised_too: SystemExit is taken for a quiet end of the thread
import threading


def run_and_reraise(task):
    result = error = None

    def work():
        nonlocal result, error
        try:
            result = task()
        except SystemExit as stop:
            result = stop.code
        except BaseException as caught:
            error = caught

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if error is not None:
        raise error
    return result
