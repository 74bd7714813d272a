# fails test_each_thread_is_handed_its_own_item: the index is read late, like any loop variable.
import threading


def start_each(function, items):
    items = list(items)
    threads = []
    for index in range(len(items)):

        def work():
            function(items[index])

        threads.append(threading.Thread(target=work))
        threads[-1].start()
    return threads
