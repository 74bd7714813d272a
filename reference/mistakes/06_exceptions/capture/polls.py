# fails test_the_call_blocks_without_polling_while_the_task_is_blocked: it keeps waking up to look
import threading


def run_and_reraise(task):
    outcome = {}

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        thread.join(0.1)
    if "error" in outcome:
        raise outcome["error"]
    return outcome["result"]
