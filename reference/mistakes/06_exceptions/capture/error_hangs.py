# fails test_the_call_ends_as_soon_as_the_task_has_ended: a failing task puts nothing on the queue
import queue
import threading


def run_and_reraise(task):
    outcomes = queue.Queue()
    errors = []

    def work():
        try:
            outcomes.put(task())
        except BaseException as error:
            errors.append(error)

    threading.Thread(target=work, daemon=True).start()
    result = outcomes.get()
    if errors:
        raise errors[0]
    return result
