# fails test_each_thread_is_handed_its_own_item: threads enter the list as they come.
import threading


def start_each(function, items):
    threads = []
    arrivals = threading.Semaphore(0)
    started = 0

    def work(item):
        threads.append(threading.current_thread())
        arrivals.release()
        function(item)

    for item in items:
        threading.Thread(target=work, args=(item,)).start()
        started += 1
    for _ in range(started):
        arrivals.acquire()
    return threads
