# passes: a match statement

import concurrent.futures


def executor_for(kind, workers):
    match kind:
        case "io":
            return concurrent.futures.ThreadPoolExecutor(workers, thread_name_prefix="io")
        case "cpu":
            return concurrent.futures.ProcessPoolExecutor(workers)
        case _:
            raise ValueError(f'unknown kind {kind!r}: expected "io" or "cpu"')
