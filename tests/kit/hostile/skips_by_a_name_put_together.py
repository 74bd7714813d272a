# expects: failed: skips its test, by a name that no list of imports shows
counter = 0


def bump(times):
    __import__("py" + "test").skip("not today")
