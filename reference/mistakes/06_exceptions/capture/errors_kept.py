# fails test_any_result_is_returned_as_it_is: a list for all calls still holds the exception of an earlier one
import threading

errors = []


def run_and_reraise(task):
    results = []

    def work():
        try:
            results.append(task())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if errors:
        raise errors[-1]
    return results[0]
