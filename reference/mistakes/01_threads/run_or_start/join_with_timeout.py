# fails test_call_blocks_without_polling_while_the_first_is_blocked: join gives up after a minute.
import threading


def side_by_side(first, second):
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
