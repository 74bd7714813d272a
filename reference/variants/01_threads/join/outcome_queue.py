# passes: the outcome comes over a queue and an exception is raised again in the caller.
import queue
import threading


def run_and_wait(task):
    outcomes = queue.SimpleQueue()

    def work():
        try:
            task()
        except BaseException as error:
            outcomes.put(error)
        else:
            outcomes.put(None)

    thread = threading.Thread(target=work)
    thread.start()
    error = outcomes.get()
    thread.join()
    if error is not None:
        raise error
