# fails test_what_is_no_ordinary_exception_is_raised_too: a StopIteration in a generator becomes a RuntimeError
import threading


def outcome_of(task):
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
    for error in errors:
        raise error
    yield from results


def run_and_reraise(task):
    return next(outcome_of(task))
