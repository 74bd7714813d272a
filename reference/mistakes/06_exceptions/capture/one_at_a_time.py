# fails test_a_task_may_itself_run_a_task: a lock is held while the task runs
import threading

lock = threading.Lock()


def run_and_reraise(task):
    outcome = {}

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error

    with lock:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    if "error" in outcome:
        raise outcome["error"]
    return outcome["result"]
