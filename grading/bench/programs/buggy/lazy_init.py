"""Two threads find nothing there, and each makes the one instance."""

instance = None
seen = []


def get():
    global instance
    if instance is None:
        instance = object()
    seen.append(instance)


THREADS = get, get


def check():
    assert seen[0] is seen[1]
