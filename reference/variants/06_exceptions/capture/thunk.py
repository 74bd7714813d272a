# passes: the thread leaves behind a function that returns the result or raises the exception
import threading


def run_and_reraise(task):
    def work():
        nonlocal answer
        try:
            result = task()
            answer = lambda: result
        except BaseException as error:
            caught = error

            def answer():
                raise caught

    answer = None
    thread = threading.Timer(0, work)
    thread.start()
    thread.join()
    return answer()
