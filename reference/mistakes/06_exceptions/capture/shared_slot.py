# fails test_two_callers_at_once_each_get_their_own: one place for all calls, in which another caller's outcome stands
import threading

outcome = {}


def run_and_reraise(task):
    outcome.clear()

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if "error" in outcome:
        raise outcome["error"]
    return outcome.get("result")
