# passes: the KeyError of a table becomes a ValueError

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial


def executor_for(kind, workers):
    makers = {
        "io": partial(ThreadPoolExecutor, workers),
        "cpu": partial(ProcessPoolExecutor, workers),
    }
    try:
        make = makers[kind]
    except KeyError:
        raise ValueError(f"{kind!r} is not among {sorted(makers)}") from None
    return make()
