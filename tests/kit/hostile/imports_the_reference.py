# expects: invalid: lets the reference do the work
import importlib

counter = 0


def bump(times):
    importlib.import_module("reference.03_locks.counter").bump(times)
