# fails test_the_call_ends_as_soon_as_the_task_has_ended: waits for threads that others started, too
import threading


def run_and_reraise(task):
    outcome = {}

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error

    threading.Thread(target=work).start()
    for thread in threading.enumerate():
        if thread not in (threading.current_thread(), threading.main_thread()):
            thread.join()
    if "error" in outcome:
        raise outcome["error"]
    return outcome["result"]
