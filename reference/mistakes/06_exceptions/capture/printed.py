# fails test_the_very_exception_of_the_task_is_raised: the exception is printed, and that is all
import threading


def run_and_reraise(task):
    result = None

    def work():
        nonlocal result
        try:
            result = task()
        except BaseException as error:
            print("the task failed:", error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return result
