# passes: a pool of as many workers as stages, which meet at a Barrier before any begins; futures carry the errors

from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Barrier


def run_pipeline(source, stages):
    if not stages:
        return list(source)
    end = object()
    queues = [SimpleQueue() for _ in range(len(stages) + 1)]

    all_here = Barrier(len(stages))

    def work(number):
        all_here.wait()
        failure = None
        while (value := queues[number].get()) is not end:
            try:
                queues[number + 1].put(stages[number](value))
            except Exception as error:
                failure = error
        queues[number + 1].put(end)
        if failure is not None:
            raise failure

    with ThreadPoolExecutor(max_workers=len(stages)) as pool:
        futures = [pool.submit(work, number) for number in range(len(stages))]
        try:
            for value in source:
                queues[0].put(value)
        finally:
            queues[0].put(end)
    for future in futures:
        future.result()
    results = []
    while (value := queues[-1].get()) is not end:
        results.append(value)
    return results
