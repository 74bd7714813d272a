# fails test_the_executor_stays_open: the with statement shuts the caller's executor down


def labels(executor, function, items):
    with executor:
        return list(executor.map(function, items))
