# passes: a helper call per item, so that each lambda has a variable of its own.
import threading


def start_each(function, items):
    def start_one(item):
        thread = threading.Thread(target=lambda: function(item))
        thread.start()
        return thread

    return list(map(start_one, items))
