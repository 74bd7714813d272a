# passes: outcomes come over one queue with their place; the first failure is raised, once all are there.
import queue
import threading
from functools import partial


def call(outcomes, place, function):
    try:
        outcomes.put((place, function(), None))
    except Exception as error:
        outcomes.put((place, None, error))


def gather(functions):
    outcomes = queue.Queue()
    threads = [
        threading.Thread(target=partial(call, outcomes, place, function))
        for place, function in enumerate(functions)
    ]
    for thread in threads:
        thread.start()
    results = {}
    for _ in threads:
        place, result, error = outcomes.get()
        results[place] = result, error
    for thread in threads:
        thread.join()
    for place in range(len(threads)):
        if results[place][1] is not None:
            raise results[place][1]
    return [results[place][0] for place in range(len(threads))]
