# expects: failed; imports os: writes results of its own to every descriptor
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
    for descriptor in range(3, 256):
        try:
            os.write(descriptor, LINES.encode())
        except OSError:
            pass
