# passes: the loop moves on only when the thread says that it has read the variable.
import threading


def start_each(function, items):
    threads = []
    for item in items:
        taken = threading.Event()

        def work():
            mine = item
            taken.set()
            function(mine)

        thread = threading.Thread(target=work)
        thread.start()
        taken.wait()
        threads.append(thread)
    return threads
