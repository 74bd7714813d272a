# fails test_results_are_waited_for_without_polling: a wait of a second, again and again, is polling too

from concurrent.futures import wait


def total(executor, function, items):
    pending = {executor.submit(function, item) for item in items}
    amount = 0
    while pending:
        done, pending = wait(pending, timeout=1)
        amount += sum(future.result() for future in done)
    return amount
