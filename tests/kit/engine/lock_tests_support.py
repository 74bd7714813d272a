"""What CPython's lock tests take from `test.support`, over virtual time: loaded into the model world."""

import time
from contextlib import contextmanager

SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
has_fork_support = True


def sleeping_retry(timeout):
    """Rounds of a loop with naps between them; AssertionError when `timeout` seconds are over."""
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        yield
        time.sleep(0.01)
    raise AssertionError(f"not done within {timeout} seconds")


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
