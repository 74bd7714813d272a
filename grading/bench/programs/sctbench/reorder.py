"""After the SCTBench program reorder_5_bad: four threads set two numbers, and one sees only one of them set."""

a = b = 0


def set_both():
    global a, b
    a = 1
    b = -1


def look():
    assert (a, b) in ((0, 0), (1, -1))


THREADS = set_both, set_both, set_both, set_both, look


def check():
    assert (a, b) == (1, -1)
