# fails test_any_item_and_any_result_is_kept: a result of None is left out


def labels(executor, function, items):
    return [label for label in executor.map(function, items) if label is not None]
