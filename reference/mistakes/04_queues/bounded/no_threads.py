# fails test_each_side_has_a_thread_of_its_own: right order, nothing between, and no thread


def bounded_relay(source, consume, capacity):
    for value in source:
        consume(value)
