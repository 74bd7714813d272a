# fails test_call_returns_as_soon_as_both_have_ended: waits for threads of others, too.
import threading


def side_by_side(first, second):
    for task in (first, second):
        threading.Thread(target=task).start()
    for thread in threading.enumerate():
        if thread not in (threading.current_thread(), threading.main_thread()):
            thread.join()
