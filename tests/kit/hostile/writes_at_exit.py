# expects: failed; imports atexit, os: writes results when everything is over
import atexit
import json
import os

LINES = "".join(
    json.dumps({"nonce": "", "event": "test", "name": name, "world": world, "status": "passed"})
    + "\n"
    for name in ("test_no_increment_is_lost_between_two_threads", "test_one_call_adds_times")
    for world in ("model", "live")
)
counter = 0


def bump(times):
    atexit.register(lambda: os.write(1, LINES.encode()))
