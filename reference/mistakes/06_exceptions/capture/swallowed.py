# fails test_the_very_exception_of_the_task_is_raised: the exception ends in the thread
import threading


def run_and_reraise(task):
    results = []

    def work():
        try:
            results.append(task())
        except BaseException:
            results.append(None)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return results[0]
