# fails test_call_blocks_without_polling_while_the_second_is_blocked: it keeps waking up to look.
import threading
import time


def side_by_side(first, second):
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.05)
