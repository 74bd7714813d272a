"""What CPython's own tests take from `test.support`, over virtual time: loaded into the model world.

Whatever is not here is that of the real `test.support`.
"""

import functools
import importlib
import queue
import time
from contextlib import contextmanager

SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
has_fork_support = True
verbose = False


def sleeping_retry(timeout, message=""):
    """Rounds of a loop with naps between them; AssertionError when `timeout` seconds are over."""
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        yield
        time.sleep(0.01)
    raise AssertionError(message or f"not done within {timeout} seconds")


@contextmanager
def wait_threads_exit(timeout=None):
    """Nothing to wait for: an execution ends only when all of its threads have ended."""
    yield


def threading_setup():
    """No threads are there at the beginning of an execution."""
    return ()


def threading_cleanup():
    """None can be left."""


def reap_children():
    """There are no processes."""


def reap_threads(test):
    """No thread can be left when a test has ended."""
    return test


def join_thread(thread, timeout=None):
    """Wait for the end of a thread."""
    thread.join(SHORT_TIMEOUT)
    assert not thread.is_alive()


@contextmanager
def start_threads(threads, unlock=None):
    """Threads that run beside a block, and end after it."""
    for thread in threads:
        thread.start()
    yield
    if unlock:
        unlock()
    for thread in threads:
        join_thread(thread)


def requires_working_threading(*, module=False):
    """Virtual threads work: a decorator, or nothing for a module."""
    return None if module else lambda test: test


def import_fresh_module(name, fresh=(), blocked=()):
    """The module that the model world has; its queues are written in Python alone."""
    if name == "queue":
        return queue if blocked else None
    return functools if name == "functools" else importlib.import_module(name)
