# fails test_both_have_finished_when_the_call_returns: the first who is done gives the sign for both.
import threading


def side_by_side(first, second):
    done = threading.Event()

    def work(task):
        try:
            task()
        finally:
            done.set()

    for task in (first, second):
        threading.Thread(target=work, args=(task,)).start()
    done.wait()
