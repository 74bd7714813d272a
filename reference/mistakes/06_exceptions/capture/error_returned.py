# fails test_the_very_exception_of_the_task_is_raised: the exception is returned like a result
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
    return outcome[0]
