# passes: run() is called after all, but by other threads that were started.
import threading


def side_by_side(first, second):
    inner = [threading.Thread(target=first), threading.Thread(target=second)]
    outer = [threading.Thread(target=thread.run) for thread in inner]
    for thread in outer:
        thread.start()
    for thread in outer:
        thread.join()
