# fails test_thread_that_raised_has_ended_too: a thread that raised has ended as well.
import threading

failed = set()
former = threading.excepthook


def note(args):
    failed.add(args.thread)
    former(args)


threading.excepthook = note


def finished_within(thread, seconds):
    thread.join(seconds)
    return not thread.is_alive() and thread not in failed
