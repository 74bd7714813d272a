# fails test_one_that_raises_does_not_stop_the_other: the sign of a call that raises never comes.
import threading


def side_by_side(first, second):
    done = [threading.Event(), threading.Event()]

    def work(task, event):
        task()
        event.set()

    threads = [threading.Thread(target=work, args=each) for each in zip((first, second), done)]
    for thread in threads:
        thread.start()
    for event in done:
        event.wait()
    for thread in threads:
        thread.join()
