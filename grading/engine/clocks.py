"""Happens-before by vector clocks, and the races it reveals.

A vector clock maps a thread id to the last of its epochs that is known to have happened (Mattern 1989). Two accesses
to one place, at least one of them a write, race where neither knows of the other; the bookkeeping follows FastTrack
(Flanagan and Freund 2009) with all sites kept, since the search must know every place where a preemption matters.
"""

from __future__ import annotations

from collections.abc import Hashable

Clock = dict[int, int]


def merge(clock: Clock, other: Clock) -> None:
    """Let `clock` know all that `other` knows."""
    for thread, epoch in other.items():
        if epoch > clock.get(thread, 0):
            clock[thread] = epoch


def publish(clock: Clock, thread: int) -> Clock:
    """What `thread` knows now, for others to merge; what it does from now on belongs to its next epoch."""
    published = clock.copy()
    clock[thread] += 1
    return published


class Place:
    """The accesses to one attribute, variable or container so far: `(thread, site) -> (epoch, was a write)`."""

    __slots__ = ("accesses", "owner")

    def __init__(self, owner: object) -> None:
        self.owner = owner  # keeps the object alive, so that its id is not given to another within the execution
        self.accesses: dict[tuple[int, int], tuple[int, bool]] = {}


class Races:
    """Finds, over one execution, the sites of accesses that race, and adds them to `sites`."""

    def __init__(self, sites: set[int]) -> None:
        self.sites = sites
        self._places: dict[Hashable, Place] = {}

    def access(
        self, key: Hashable, owner: object, thread: int, clock: Clock, site: int, write: bool
    ) -> None:
        """Note an access by `thread` at `site` to the place `key` of `owner`."""
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = Place(owner)
        for (other, other_site), (epoch, other_write) in place.accesses.items():
            if other != thread and (write or other_write) and clock.get(other, 0) < epoch:
                self.sites.add(site)
                self.sites.add(other_site)
        place.accesses[thread, site] = (clock[thread], write)
