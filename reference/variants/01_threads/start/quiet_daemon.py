# passes: a named daemon thread whose wrapper reports what the task raises.
import itertools
import threading

numbers = itertools.count(1)


def report_errors(task):
    try:
        task()
    except Exception as error:
        print("the background task failed:", error)


def start_in_background(task):
    name = f"background-{next(numbers)}"
    thread = threading.Thread(target=report_errors, args=[task], name=name, daemon=True)
    thread.start()
    return thread
