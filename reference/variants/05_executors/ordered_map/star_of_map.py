# passes: unpacks executor.map over a list made of the items


def labels(executor, function, items):
    [*results] = executor.map(lambda item: function(item), list(items))
    return results
