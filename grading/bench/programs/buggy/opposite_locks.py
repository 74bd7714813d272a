"""Two transfers take two locks in opposite orders: deadlock."""

import threading

balances = [100, 100]
locks = [threading.Lock(), threading.Lock()]


def transfer(source, target):
    with locks[source], locks[target]:
        balances[source] -= 10
        balances[target] += 10


def there():
    transfer(0, 1)


def back():
    transfer(1, 0)


THREADS = there, back


def check():
    assert balances == [100, 100]
