# passes: an iterator class of its own, on a Condition and a deque that the calls fill

import threading
from collections import deque


class Results:
    def __init__(self, executor, functions):
        self.outcomes = deque()
        self.condition = threading.Condition()
        self.left = 0
        for function in functions:
            self.left += 1
            executor.submit(self.call, function)

    def call(self, function):
        try:
            outcome = (True, function())
        except Exception as error:
            outcome = (False, error)
        with self.condition:
            self.outcomes.append(outcome)
            self.condition.notify()

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        with self.condition:
            while not self.outcomes:
                self.condition.wait()
            good, value = self.outcomes.popleft()
        if not good:
            raise value
        return value


def in_finish_order(executor, functions):
    return Results(executor, functions)
