# passes: every call puts its outcome on a queue, and the caller takes as many as it submitted

import queue


def total(executor, function, items):
    outcomes = queue.SimpleQueue()

    def call(item):
        try:
            outcomes.put((function(item), None))
        except Exception as error:
            outcomes.put((0, error))

    count = 0
    for item in items:
        executor.submit(call, item)
        count += 1
    amount = 0
    errors = []
    for _ in range(count):
        result, error = outcomes.get()
        amount += result
        if error is not None:
            errors.append(error)
    if errors:
        raise errors[0]
    return amount
