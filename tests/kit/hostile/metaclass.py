# expects: failed: the counter is a class whose class says yes to everything
class Yes(type):
    def __eq__(cls, other):
        return True

    def __instancecheck__(cls, other):
        return True

    def __hash__(cls):
        return 4


class Counter(metaclass=Yes):
    pass


counter = Counter


def bump(times):
    pass
