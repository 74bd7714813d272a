# passes: subclasses of the two executors

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


class Waiting(ThreadPoolExecutor):
    kind = "io"


class Computing(ProcessPoolExecutor):
    kind = "cpu"


def executor_for(kind, workers):
    for executor in (Waiting, Computing):
        if executor.kind == kind:
            return executor(workers)
    raise ValueError("the kinds are io and cpu")
