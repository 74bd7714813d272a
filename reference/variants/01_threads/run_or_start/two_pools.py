# passes: two pools of one, so that each call has a thread of its own.
from concurrent.futures import ThreadPoolExecutor


def side_by_side(first, second):
    with ThreadPoolExecutor(max_workers=1) as one, ThreadPoolExecutor(max_workers=1) as two:
        futures = [one.submit(first), two.submit(second)]
    for future in futures:
        future.result()
