# passes: executor.map submits every call before sum asks for the first result


def total(executor, function, items):
    return sum(executor.map(function, items))
