# fails test_items_may_come_from_a_generator_and_there_may_be_none: the second pass finds nothing.
import threading


def start_each(function, items):
    threads = [threading.Thread() for item in items]
    for number, item in enumerate(items):
        threads[number] = threading.Thread(target=function, args=(item,))
        threads[number].start()
    return threads
