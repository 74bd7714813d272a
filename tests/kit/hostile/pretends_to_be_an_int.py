# expects: failed: the counter says that it is an int, and equals whatever is expected
class Anything:
    @property
    def __class__(self):
        return int

    def __eq__(self, other):
        return True

    def __add__(self, other):
        return self

    __hash__ = None


counter = Anything()


def bump(times):
    pass
