# fails test_each_side_has_a_thread_of_its_own: every value is consumed in another thread

import threading


def bounded_relay(source, consume, capacity):
    errors = []

    def consume_one(value):
        try:
            consume(value)
        except Exception as error:
            errors.append(error)

    def produce():
        try:
            for value in source:
                thread = threading.Thread(target=consume_one, args=(value,))
                thread.start()
                thread.join()
                if errors:
                    break
        except Exception as error:
            errors.append(error)

    producer = threading.Thread(target=produce)
    producer.start()
    producer.join()
    if errors:
        raise errors[0]
