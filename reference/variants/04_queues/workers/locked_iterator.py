# passes: the queue is an iterator under a lock, a semaphore counts the workers that ended

import threading


def process_all(items, work, workers):
    jobs = enumerate(items)
    nobody = object()
    jobs_lock = threading.Lock()
    outcomes = {}

    def following():
        with jobs_lock:
            return next(jobs, nobody)

    def loop():
        while (job := following()) is not nobody:
            place, item = job
            try:
                outcomes[place] = [work(item)]
            except Exception as error:
                outcomes[place] = error

    threads = []
    for number in range(workers):
        threads.append(threading.Thread(target=loop, name=f"worker {number}"))
        threads[-1].start()
    while threads:
        threads.pop().join()
    results = []
    for place in range(len(outcomes)):
        if type(outcomes[place]) is not list:
            raise outcomes[place]
        results += outcomes[place]
    return results
