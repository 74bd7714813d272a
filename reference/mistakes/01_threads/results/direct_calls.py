# fails test_calls_overlap: the caller makes the calls, one after the other.
def gather(functions):
    return [function() for function in functions]
