# passes: a semaphore counts what is ready in a list, which the callbacks fill

import threading


def in_finish_order(executor, functions):
    finished = []
    ready = threading.Semaphore(0)

    def note(future):
        finished.append(future)
        ready.release()

    futures = [executor.submit(function) for function in functions]
    for future in futures:
        future.add_done_callback(note)

    def results():
        for place in range(len(futures)):
            ready.acquire()
            yield finished[place].result()

    return results()
