"""Ends pytest although a solution has left threads running, which would keep the process alive for ever."""

from __future__ import annotations

import os
import sys
import threading

import pytest

_exitstatus = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember the exit code."""
    session.config.stash[_exitstatus] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave."""
    left = [t for t in threading.enumerate() if not t.daemon and t is not threading.main_thread()]
    if left:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash.get(_exitstatus, 0))
