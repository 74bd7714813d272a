# fails test_call_returns_as_soon_as_all_tasks_have_ended: waits for threads that others started, too.
import threading


def run_all(tasks):
    for task in tasks:
        threading.Thread(target=task).start()
    for t in threading.enumerate():
        if t not in (threading.current_thread(), threading.main_thread()):
            t.join()
