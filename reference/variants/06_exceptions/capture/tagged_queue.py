# passes: the outcome comes over a queue as a pair, and then the join
import queue
import threading


def run_and_reraise(task):
    outcomes = queue.Queue()

    def work():
        try:
            outcomes.put((True, task()))
        except BaseException as error:
            outcomes.put((False, error))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join()
    fine, value = outcomes.get()
    if not fine:
        raise value
    return value
