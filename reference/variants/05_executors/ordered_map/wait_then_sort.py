# passes: wait for the whole set, then sort by a number that was sent along

from concurrent.futures import wait
from operator import itemgetter


def labels(executor, function, items):
    def numbered(pair):
        number, item = pair
        return number, function(item)

    done, _ = wait({executor.submit(numbered, pair) for pair in enumerate(items)})
    pairs = sorted((future.result() for future in done), key=itemgetter(0))
    return [result for _, result in pairs]
