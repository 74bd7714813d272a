# expects: failed: raises something that is called like pytest's outcome
counter = 0


def bump(times):
    raise type("Skipped", (BaseException,), {"msg": "not today"})()
