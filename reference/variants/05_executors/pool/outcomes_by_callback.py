# passes: a subclass of the executor with a helper; slots filled by the calls, the first error kept under a lock

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field


@dataclass
class Board:
    function: object
    slots: dict = field(default_factory=dict)
    errors: list = field(default_factory=list)
    lock: object = field(default_factory=threading.Lock)

    def fill(self, place, item):
        try:
            result = self.function(item)
        except Exception as error:
            with self.lock:
                self.errors.append(error)
        else:
            with self.lock:
                self.slots[place] = result


class Pool(ThreadPoolExecutor):
    def fill(self, board, items):
        for place, item in enumerate(items):
            self.submit(board.fill, place, item)


def run_in_pool(function, items, workers):
    board = Board(function)
    with Pool(workers) as pool:
        pool.fill(board, items)
    if board.errors:
        raise board.errors[0]
    return [board.slots[place] for place in range(len(board.slots))]
