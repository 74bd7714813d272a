# passes: a dict from kind to class

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

KINDS = {"io": ThreadPoolExecutor, "cpu": ProcessPoolExecutor}


def executor_for(kind, workers):
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}")
    return KINDS[kind](max_workers=workers)
