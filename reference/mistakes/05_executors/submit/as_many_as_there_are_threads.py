# fails test_every_call_is_submitted_before_any_is_waited_for: submits no more calls at a time than the executor has threads

from itertools import islice


def total(executor, function, items):
    items = iter(items)
    amount = 0
    while some := list(islice(items, executor._max_workers)):
        amount += sum(executor.map(function, some))
    return amount
