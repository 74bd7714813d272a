# passes: refuses first, in an exception of its own that is a ValueError

from concurrent import futures


class UnknownKind(ValueError):
    def __init__(self, kind):
        super().__init__(f"no executor for {kind!r}; try 'io' or 'cpu'")


def executor_for(kind, workers):
    if kind not in ("io", "cpu"):
        raise UnknownKind(kind)
    pool = futures.ThreadPoolExecutor if kind == "io" else futures.ProcessPoolExecutor
    return pool(workers)
