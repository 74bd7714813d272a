# passes: pairs of place and result in the order of arrival, sorted by place after the joins.
import threading


def gather(functions):
    pairs = []

    def call(place, function):
        pairs.append((place, function()))

    threads = []
    for place, function in enumerate(functions):
        threads.append(threading.Thread(target=call, args=(place, function)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return [result for _, result in sorted(pairs, key=lambda pair: pair[0])]
