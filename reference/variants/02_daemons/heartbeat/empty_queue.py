# passes: waits for a message that never comes

import contextlib
import itertools
import queue
import threading


def start_heartbeat(beat, interval):
    messages = queue.Queue()

    def live():
        for _ in itertools.count():
            beat()
            with contextlib.suppress(queue.Empty):
                messages.get(timeout=interval)

    (heart := threading.Thread(None, live, "heart", daemon=True)).start()
    return heart
