# fails test_answer_is_true_for_a_thread_that_has_ended_before: the watcher may not be there in time.
import threading


def finished_within(thread, seconds):
    ended = threading.Event()

    def watch():
        thread.join()
        ended.set()

    threading.Thread(target=watch, daemon=True).start()
    return ended.wait(seconds)
