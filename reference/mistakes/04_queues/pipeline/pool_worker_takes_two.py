# fails test_each_stage_has_a_thread_of_its_own_which_has_ended_on_return: a worker that has ended one stage takes another

from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue


def run_pipeline(source, stages):
    if not stages:
        return list(source)
    end = object()
    queues = [SimpleQueue() for _ in range(len(stages) + 1)]

    def work(number):
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
