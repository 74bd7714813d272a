# fails test_failing_call_makes_nothing_hang_and_the_other_is_made: a call that raises puts nothing on the queue

import queue


def in_finish_order(executor, functions):
    outcomes = queue.SimpleQueue()
    futures = [executor.submit(lambda f=f: outcomes.put(f())) for f in functions]
    return (outcomes.get() for _ in futures)
