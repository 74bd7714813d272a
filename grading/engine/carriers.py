"""Greenlets that carry one virtual thread after the other: to make one costs more than a small thread's whole run."""

from __future__ import annotations

import threading
from collections.abc import Callable

from greenlet import getcurrent, greenlet


class Carrier(greenlet):
    """A greenlet that runs the body it was given, hands over to its hub, and is idle until the next body comes."""

    body: Callable[[], None]
    hub: greenlet


class _Idle(threading.local):
    """The carriers that wait for a body; a greenlet belongs to one OS thread."""

    def __init__(self) -> None:
        self.carriers: list[Carrier] = []


_idle = _Idle()


def carrier_of(body: Callable[[], None], hub: greenlet) -> Carrier:
    """A carrier that runs `body` when it is first switched to, and then goes on with `hub`."""
    carrier = _idle.carriers.pop() if _idle.carriers else Carrier(_carry, hub)
    carrier.gr_context = None  # a new thread knows nothing of the context variables of the last one
    carrier.body, carrier.hub = body, hub
    return carrier


def take_back(carrier: Carrier) -> None:
    """A carrier whose body was never begun can have another."""
    _idle.carriers.append(carrier)


def _carry() -> None:
    carrier = getcurrent()
    assert isinstance(carrier, Carrier)
    while True:
        carrier.body()
        del carrier.body  # what the body refers to may go
        _idle.carriers.append(carrier)
        carrier.hub.switch()
