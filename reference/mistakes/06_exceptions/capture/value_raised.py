# fails test_any_result_is_returned_as_it_is: an exception that is a result is taken for a failure
import threading


def run_and_reraise(task):
    outcome = []

    def work():
        try:
            outcome.append(task())
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]
