# expects: failed: prints what looks like the lines of a report
import json

LINES = "".join(
    json.dumps({"nonce": "", "event": "test", "name": name, "world": world, "status": "passed"})
    + "\n"
    for name in ("test_no_increment_is_lost_between_two_threads", "test_one_call_adds_times")
    for world in ("model", "live")
)
counter = 0


def bump(times):
    print(LINES, "2 passed", flush=True)
