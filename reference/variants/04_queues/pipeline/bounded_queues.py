# passes: queues of one place, a thread that feeds, and the caller takes the results while all are at work

import queue
import threading


def run_pipeline(source, stages):
    end = object()
    errors = []

    def feed(outbox):
        try:
            for value in source:
                if errors:
                    break
                outbox.put(value)
        except Exception as error:
            errors.append(error)
        outbox.put(end)

    def work(stage, inbox, outbox):
        while (value := inbox.get()) is not end:
            if errors:
                continue
            try:
                result = stage(value)
            except Exception as error:
                errors.append(error)
            else:
                outbox.put(result)
        outbox.put(end)

    outbox = queue.Queue(maxsize=1)
    threads = [threading.Thread(target=feed, args=(outbox,))]
    for stage in stages:
        inbox, outbox = outbox, queue.Queue(maxsize=1)
        threads.append(threading.Thread(target=work, args=(stage, inbox, outbox)))
    for thread in threads:
        thread.start()
    results = []
    while (value := outbox.get()) is not end:
        results.append(value)
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results
