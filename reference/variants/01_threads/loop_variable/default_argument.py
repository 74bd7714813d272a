# passes: a default value is read when the lambda is made.
import threading


def start_each(function, items):
    threads = []
    for item in items:
        thread = threading.Thread(target=lambda item=item: function(item))
        thread.start()
        threads.append(thread)
    return threads
