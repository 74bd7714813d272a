# fails test_no_increment_is_lost_between_two_threads: reads and writes with nothing to keep others out

counter = 0


def bump(times):
    global counter
    for _ in range(times):
        counter += 1
