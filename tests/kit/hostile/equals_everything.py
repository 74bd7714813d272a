# expects: failed: the counter says that it equals whatever is expected
class Anything(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__
    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __le__ = __ge__ = __bool__ = lambda self, other=None: True


counter = Anything()


def bump(times):
    pass
