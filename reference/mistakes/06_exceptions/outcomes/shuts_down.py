# fails test_the_executor_stays_open_after_a_failure_and_nothing_is_remembered: the with closes the caller's executor


def outcomes(executor, functions):
    with executor:
        futures = [executor.submit(function) for function in functions]
    return [
        ("error", future.exception()) if future.exception() else ("ok", future.result())
        for future in futures
    ]
