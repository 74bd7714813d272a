import os
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from grading.child import Child
from grading.parallel import in_parallel


def test_the_results_come_in_the_order_of_the_items():
    second_done = threading.Event()

    def work(item: int) -> int:
        if item == 1:
            second_done.wait()
        second_done.set()
        return item * 10

    assert list(in_parallel(work, [1, 2, 3], jobs=2)) == [10, 20, 30]


def test_no_more_than_jobs_are_at_work():
    at_work: list[int] = []

    def work(item: int) -> int:
        at_work.append(item)
        most = len(at_work)
        at_work.remove(item)
        return most

    assert set(in_parallel(work, range(50), jobs=1)) == {1}


def test_a_fault_of_the_work_is_raised():
    with pytest.raises(ZeroDivisionError):
        list(in_parallel(lambda item: 1 // item, [1, 0]))


def test_whoever_stops_asking_stops_the_children_too(tmp_path: Path):
    def work(seconds: int) -> str:
        command = [sys.executable, "-c", f"import time; time.sleep({seconds})"]
        child = Child(tmp_path, {**os.environ}, lambda _: False, command=lambda _: command)
        return child.run(300).how

    with closing(in_parallel(work, [0, 3600, 3600, 3600], jobs=2)) as results:
        assert next(results) == "exited"
