# passes: an Event that is set in a finally, awaited without limit
import threading


def run_and_reraise(task):
    outcome, over = {}, threading.Event()

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error
        finally:
            over.set()

    threading.Thread(target=work, name="task").start()
    over.wait()
    if "error" in outcome:
        raise outcome["error"]
    return outcome["result"]
