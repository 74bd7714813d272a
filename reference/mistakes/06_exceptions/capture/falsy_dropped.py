# fails test_any_result_is_returned_as_it_is: 0, "" and [] are taken for no result
import threading


def run_and_reraise(task):
    result = error = None

    def work():
        nonlocal result, error
        try:
            result = task() or None
        except BaseException as caught:
            error = caught

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if error is not None:
        raise error
    return result
