# fails test_the_very_exception_of_the_task_is_raised: another exception is raised, of another type
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
        raise RuntimeError("the task failed") from errors[0]
    return results[0]
