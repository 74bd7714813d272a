# passes: an Enum of the kinds; a process pool with a start method of its own

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from enum import Enum


class Kind(Enum):
    IO = "io"
    CPU = "cpu"

    def executor(self, workers):
        if self is Kind.IO:
            return ThreadPoolExecutor(workers)
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context)


def executor_for(kind, workers):
    kinds = [known.value for known in Kind]
    if kind not in kinds:
        raise ValueError("kind: " + " or ".join(kinds))
    return Kind(kind).executor(workers)
