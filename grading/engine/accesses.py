"""One step of a program: the switch point, and the note that it touches shared places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grading.engine.machine import Machine
from grading.engine.natures import Nature, nature
from grading.engine.places import CONTENTS, Touches
from grading.engine.vthread import VirtualThread


def step(
    machine: Machine, site: int, touches: Touches, afresh: Callable[[], Touches] = tuple
) -> None:
    """A switch point, after which the current thread touches these places.

    Where others went on at the point, `afresh` says what is touched now: an object may have got what it had not.
    """
    if machine.dying:
        return
    thread = machine.current
    if thread.inside:
        again(machine, thread)
    number = machine.step + 1
    machine.point(site)
    if machine.step != number:
        touches = afresh() or touches
    _note(machine, site, touches)
    if machine.recorder is not None and not machine.dying:
        key, owner, write = next((touch for touch in touches if touch[2]), touches[0])
        machine.recorder.access(key, owner, site, write)


def look(
    machine: Machine, site: int, touches: Touches, afresh: Callable[[], Touches] = tuple
) -> None:
    """A step that touches contents; where these are a library's in Python, it is several."""
    for key, owner, _ in touches:
        if key[-1] == CONTENTS and nature(type(owner)) is Nature.LIBRARY:
            machine.coarse.setdefault(site, type(owner).__name__)
    step(machine, site, touches, afresh)


def again(machine: Machine, thread: VirtualThread) -> None:
    """Code of the program runs inside a call of a built-in: what the call touches is touched before and after it."""
    for site, touches in thread.inside:
        machine.point(site)
        _note(machine, site, touches)


def called(
    machine: Machine,
    site: int,
    touches: Touches,
    call: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    afresh: Callable[[], Touches] = tuple,
) -> Any:
    """The result of a call that touches these places before it, and again whenever it calls the program back."""
    look(machine, site, touches, afresh)
    inside = machine.current.inside
    inside.append((site, touches))
    try:
        return call(*args, **kwargs)
    finally:
        inside.pop()


def _note(machine: Machine, site: int, touches: Touches) -> None:
    if machine.dying:
        return
    thread, trail, access = machine.current, machine.trail, machine.races.access
    for key, owner, write in touches:
        if write:
            machine.progress = True
        if trail is not None:
            if isinstance(key[0], int):
                trail.touch(key[1], write, owner, key[0])
            else:
                trail.touch(key, write, None, 0)
        access(key, owner, thread.id, thread.clock, site, write)
