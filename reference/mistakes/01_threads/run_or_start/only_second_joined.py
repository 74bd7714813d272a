# fails test_call_blocks_without_polling_while_the_first_is_blocked: nobody waits for the first.
import threading


def side_by_side(first, second):
    for task in (first, second):
        thread = threading.Thread(target=task)
        thread.start()
    thread.join()
