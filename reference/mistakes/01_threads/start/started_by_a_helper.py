# fails test_thread_is_alive_on_return_while_the_task_is_blocked: it may not have been started yet.
import threading


def start_in_background(task):
    thread = threading.Thread(target=task)
    threading.Thread(target=thread.start).start()
    return thread
