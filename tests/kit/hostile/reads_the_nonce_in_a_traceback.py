# expects: failed: looks in all frames for what makes a line of the report count, and writes such lines
import json
import re
import traceback

counter = 0


def bump(times):
    stack = traceback.StackSummary.extract(traceback.walk_stack(None), capture_locals=True)
    for nonce in set(re.findall(r"[0-9a-f]{32}", str([frame.locals for frame in stack]))):
        for descriptor in range(3, 99):
            with open(descriptor, "w") as report:
                report.write(json.dumps({"nonce": nonce, "event": "end"}))
