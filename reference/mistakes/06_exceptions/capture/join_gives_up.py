# fails test_the_call_blocks_without_polling_while_the_task_is_blocked: after a minute it is not waited for any more
import threading


def run_and_reraise(task):
    outcome = {}

    def work():
        try:
            outcome["result"] = task()
        except BaseException as error:
            outcome["error"] = error

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(60)
    if "error" in outcome:
        raise outcome["error"]
    return outcome.get("result")
