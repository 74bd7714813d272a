# passes: a queue that a watcher puts the news on, taken with a timeout.
import queue
import threading
from functools import partial


def report(thread, news):
    thread.join()
    news.put("ended")


def finished_within(thread, seconds):
    news = queue.SimpleQueue()
    threading.Thread(target=partial(report, thread, news), daemon=True).start()
    try:
        news.get(timeout=seconds)
    except queue.Empty:
        pass
    match thread.is_alive():
        case True:
            return False
        case _:
            return True
