# passes: submits, then calls an inner generator function

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = []
    for function in functions:
        futures.append(executor.submit(function))

    def results():
        for future in as_completed(futures):
            yield future.result()

    return results()
