# fails test_the_very_exception_of_the_task_is_raised: the event is set before the exception is kept
import threading


def run_and_reraise(task):
    outcome, over = {"result": None, "error": None}, threading.Event()

    def run():
        try:
            outcome["result"] = task()
        finally:
            over.set()

    def work():
        try:
            run()
        except BaseException as error:
            outcome["error"] = error

    threading.Thread(target=work).start()
    over.wait()
    if outcome["error"] is not None:
        raise outcome["error"]
    return outcome["result"]
