# fails test_call_that_raises_does_not_stop_the_others: each waits for a sign of the last.
import threading


def start_each(function, items):
    def work(item, before, after):
        before.wait()
        function(item)
        after.set()

    threads = []
    before = threading.Event()
    before.set()
    for item in items:
        after = threading.Event()
        threads.append(threading.Thread(target=work, args=(item, before, after)))
        threads[-1].start()
        before = after
    return threads
