"""The result is read while the thread may still be at work."""

import threading

result = []


def work():
    result.append(42)


def test():
    threading.Thread(target=work).start()
    assert result == [42]
