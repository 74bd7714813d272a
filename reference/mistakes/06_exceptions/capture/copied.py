# fails test_the_very_exception_of_the_task_is_raised: a new exception of the same type
import threading


def run_and_reraise(task):
    results = []
    errors = []

    def work():
        try:
            results.append(task())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if errors:
        raise type(errors[0])(*errors[0].args)
    return results[0]
