# fails test_executor_stays_open_and_the_next_total_begins_at_zero: the with statement shuts the caller's executor down


def total(executor, function, items):
    with executor:
        futures = [executor.submit(function, item) for item in items]
    return sum(future.result() for future in futures)
