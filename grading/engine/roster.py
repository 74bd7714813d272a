"""Who can go on, who will when a time has come, and the virtual clock."""

from __future__ import annotations

from grading.engine.vthread import VirtualThread

AGES = 1e8  # seconds; a wait that long does not end early, only when nobody else can run
OVERTAKING = 4  # how often in a row time may pass early while a thread that could go on does not


class Roster:
    """The threads that can go on (`runnable`, by id), those with a deadline, those that wait for all others.

    With `punctual`, time passes only when nobody can run; otherwise it may also pass while others could, but never out
    of order. `fair` is false once that was refused for fairness.
    """

    def __init__(self, *, punctual: bool) -> None:
        self.punctual = punctual
        self.now = 0.0
        self.fair = True
        self.runnable: list[VirtualThread] = []
        self.sleepers: list[VirtualThread] = []
        self.settlers: list[VirtualThread] = []

    def admit(self, thread: VirtualThread) -> None:
        """`thread` can go on."""
        if thread not in self.runnable:
            self.runnable.append(thread)
            self.runnable.sort(key=_by_id)

    def put_off(self, thread: VirtualThread) -> None:
        """`thread` cannot go on, before its deadline if it has one."""
        self.runnable.remove(thread)
        if thread.deadline is not None:
            self.sleepers.append(thread)

    def wake(self, thread: VirtualThread) -> bool:
        """What `thread` waits for is there; says whether it could have gone on without, as its time might have come."""
        asleep = thread in self.sleepers
        if asleep:
            self.sleepers.remove(thread)
        self.admit(thread)
        return asleep and self.may_wake_early(thread)

    def may_wake_early(self, sleeper: VirtualThread) -> bool:
        """Whether its time may come while others could go on."""
        return not self.punctual and _by_deadline(sleeper)[0] - self.now < AGES

    def early_sleeper(self) -> VirtualThread | None:
        """The sleeper who may go on before those who can."""
        if self.punctual or self.settlers or not self.sleepers:
            return None
        first = min(self.sleepers, key=_by_deadline)
        if not self.may_wake_early(first):
            return None
        if any(thread.overtaken >= OVERTAKING for thread in self.runnable):
            self.fair = False  # one that polls would go on for ever, who it waits for never
            return None
        return first

    def overtake(self, sleeper: VirtualThread) -> None:
        """The time of `sleeper` comes while others could go on."""
        for thread in self.runnable:
            thread.overtaken += 1
        self._pass_time(sleeper)

    def find_somebody(self) -> bool:
        """Whether anybody can go on: if need be who waits for all others, then who has the next deadline."""
        if not self.runnable and self.settlers:
            self.admit(self.settlers.pop())
        if not self.runnable:
            self.let_time_pass()
        return bool(self.runnable)

    def let_time_pass(self) -> None:
        """Move the clock to the next deadline, if there is one."""
        if self.sleepers:
            self._pass_time(min(self.sleepers, key=_by_deadline))

    def _pass_time(self, sleeper: VirtualThread) -> None:
        """All whose deadline has come with that of `sleeper` can go on."""
        self.now = max(self.now, _by_deadline(sleeper)[0])
        for thread in [t for t in self.sleepers if _by_deadline(t)[0] <= self.now]:
            self.sleepers.remove(thread)
            thread.timed_out = True
            self.admit(thread)


def _by_id(thread: VirtualThread) -> int:
    return thread.id


def _by_deadline(thread: VirtualThread) -> tuple[float, int]:
    assert thread.deadline is not None
    return (thread.deadline, thread.id)
