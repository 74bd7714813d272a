# passes: a locked dict and a Condition that waits until every place is filled; nobody is joined.
import threading


def gather(functions):
    functions = list(functions)
    filled = {}
    changed = threading.Condition()

    def call(place):
        result = None
        try:
            result = functions[place]()
        finally:
            with changed:
                filled[place] = result
                changed.notify()

    for place in range(len(functions)):
        threading.Thread(target=call, args=(place,)).start()
    with changed:
        changed.wait_for(lambda: len(filled) == len(functions))
        return [filled[place] for place in range(len(functions))]
