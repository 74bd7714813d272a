# passes: a watcher joins and sets an event; in the end the thread itself is asked.
import threading


def finished_within(thread, seconds):
    ended = threading.Event()

    def watch():
        thread.join()
        ended.set()

    threading.Thread(target=watch, daemon=True).start()
    return ended.wait(seconds) or not thread.is_alive()
