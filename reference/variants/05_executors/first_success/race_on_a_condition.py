# passes: a dataclass with a Condition, filled in by the calls themselves

import threading
from dataclasses import dataclass, field


@dataclass
class Race:
    left: int
    results: list = field(default_factory=list)
    failures: list = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def run(self, function):
        try:
            result = function()
        except Exception as error:
            with self.changed:
                self.failures.append(error)
                self.changed.notify_all()
        else:
            with self.changed:
                self.results.append(result)
                self.changed.notify_all()

    def over(self):
        return self.results or len(self.failures) == self.left


def first_success(executor, functions):
    functions = list(functions)
    if not functions:
        raise ValueError("there are no functions")
    race = Race(len(functions))
    futures = [executor.submit(race.run, function) for function in functions]
    with race.changed:
        race.changed.wait_for(race.over)
    for future in futures:
        future.cancel()
    if race.results:
        return race.results[0]
    raise race.failures[-1]
