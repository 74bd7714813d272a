# expects: failed: acts when nobody looks, as an object is forgotten
counter = 0


def bump(times):
    class Last:
        def __del__(self):
            global counter
            counter = 7
            raise SystemExit(0)

    Last()
