"""Programs about `functools` and `contextlib`: the names that each is about, and its right and its wrong version."""

PAIRS = {
    "contextlib.contextmanager contextlib.ExitStack contextlib.suppress": (
        """
        from contextlib import ExitStack, contextmanager, suppress

        lock, n = threading.Lock(), 0

        @contextmanager
        def locked():
            {}
                yield

        def bump():
            global n
            with ExitStack() as stack, suppress(KeyError):
                stack.enter_context(locked())
                n += 1
                raise KeyError

        def test():
            in_threads(bump, bump)
            assert n == 2 and not lock.locked()
        """,
        ("with lock:", "if True:"),
    ),
    "functools.partial functools.wraps": (
        """
        from functools import partial, wraps

        lock, n = threading.Lock(), 0

        def locked(function):
            @wraps(function)
            def under(*args):
                {}
                    function(*args)
            return under

        @locked
        def bump(by):
            global n
            n += by

        def test():
            in_threads(partial(bump, 1), partial(bump, 1))
            assert n == 2 and bump.__name__ == "bump"
        """,
        ("with lock:", "if True:"),
    ),
    "functools.singledispatch functools.reduce": (
        """
        from functools import reduce, singledispatch

        total = 0

        @singledispatch
        def add(value):
            global total
            {}

        @add.register
        def _(value: list):
            add(reduce(int.__add__, value))

        lock = threading.Lock()

        def test():
            in_threads(lambda: add([1, 2]), lambda: add(3))
            assert total == 6
        """,
        ("with lock: total += value", "total += value"),
    ),
}
