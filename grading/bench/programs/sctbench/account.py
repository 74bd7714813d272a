"""After the SCTBench program account_bad: the sum that is checked is wrong once both have been there."""

import threading

lock = threading.Lock()
start, paid_in, paid_out = 1, 2, 4
balance = start
deposited = withdrawn = False


def check_balance():
    with lock:
        if deposited and withdrawn:
            assert balance == start - paid_in - paid_out


def deposit():
    global balance, deposited
    with lock:
        balance += paid_in
        deposited = True


def withdraw():
    global balance, withdrawn
    with lock:
        balance -= paid_out
        withdrawn = True


THREADS = check_balance, deposit, withdraw


def check():
    assert deposited and withdrawn
