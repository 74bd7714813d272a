# expects: failed: lets the standard library import for it
from concurrent.futures import ThreadPoolExecutor

counter = 0


def bump(times):
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(__import__, "g" + "c").result()
        found.get_objects()
