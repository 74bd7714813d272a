# fails test_both_threads_have_ended_when_the_call_returns: a living thread gives the sign.
import threading


def side_by_side(first, second):
    line = threading.Barrier(3)

    def work(task):
        try:
            task()
        finally:
            line.wait()

    for task in (first, second):
        threading.Thread(target=work, args=(task,)).start()
    line.wait()
