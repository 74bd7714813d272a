# fails test_thread_has_ended_when_the_call_returns: the event is set while the thread is alive.
import threading


def run_and_wait(task):
    finished = threading.Event()

    def work():
        try:
            task()
        finally:
            finished.set()

    threading.Thread(target=work).start()
    finished.wait()
