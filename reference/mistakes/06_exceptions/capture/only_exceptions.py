# fails test_what_is_no_ordinary_exception_is_raised_too: SystemExit, for one, is no Exception
import threading


def run_and_reraise(task):
    result = error = None

    def work():
        nonlocal result, error
        try:
            result = task()
        except Exception as caught:
            error = caught

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if error is not None:
        raise error
    return result
