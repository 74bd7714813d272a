# fails test_the_result_of_the_task_is_returned: looks for the result before the task has ended
import threading


def run_and_reraise(task):
    outcome = {"result": None, "error": None}

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error

    threading.Thread(target=work).start()
    if outcome["error"] is not None:
        raise outcome["error"]
    return outcome["result"]
