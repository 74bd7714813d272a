# fails test_call_blocks_without_polling_while_the_second_is_blocked: nobody waits for the second.
import threading


def side_by_side(first, second):
    one = threading.Thread(target=first)
    two = threading.Thread(target=second)
    one.start()
    two.start()
    one.join()
