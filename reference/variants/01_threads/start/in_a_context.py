# passes: the task runs in a copy of the caller's context variables.
import contextvars
import threading


def start_in_background(task):
    context = contextvars.copy_context()
    thread = threading.Thread(target=context.run, args=(task,))
    thread.start()
    return thread
