"""One execution: virtual threads in one OS thread, a virtual clock, and a chooser who says who goes on.

A virtual thread is a greenlet. It gives up control only in `point` (it could go on), `block` (it cannot) or at its
end, so an execution is a function of the chooser's answers. The machine knows no strategy and no primitive.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NoReturn, Protocol

from greenlet import GreenletExit, getcurrent

from grading.engine.carriers import carrier_of, take_back
from grading.engine.clocks import Races, merge, publish
from grading.engine.segments import Trail
from grading.engine.strategies import NOTHING_NEW, OPERATION, Chooser, Others
from grading.engine.vthread import NOBODY, Awaited, VirtualThread

STEP_LIMIT = 20_000
STEPS_AFTERWARDS = 1_000
AGES = 1e8  # seconds; a wait that long does not end early, only when nobody else can run
TURNS_BEFORE_YIELD = 60
ATTEMPTS_TO_END = 3
OVERTAKING = 4  # how often in a row time may pass early while a thread that could go on does not


class Observer(Protocol):
    """Told of every step while an execution is recorded."""

    def access(self, key: Sequence[Any], owner: object, site: int, write: bool) -> None:
        """The place `key`, an attribute or the contents of `owner` or a variable, is read or written next."""

    def operation(self, subject: object) -> None:
        """A public operation on `subject` follows."""

    def blocked(self, thread: VirtualThread) -> None:
        """`thread` cannot go on."""


class Machine:
    """Runs `main` and the threads that it spawns, one at a time.

    `chooser` is asked where several could go on, if it has a choice to make there. With `punctual`, time passes only
    when nobody can run; otherwise it may also pass while others could, which counts as a preemption. `sites` collects
    where races were seen. Afterwards: `error` is what main raised, `stuck` the threads that could never go on,
    `exhausted` the thread that was running when the step limit was reached, `escaped` the exceptions that escaped,
    `unseen` what the program did to shared state without switch points, `coarse` the sites of library code that counts
    as one step and is several.
    """

    def __init__(self, chooser: Chooser, *, sites: set[int], punctual: bool = False) -> None:
        self.chooser = chooser
        self.punctual = punctual
        self.sites = sites
        self.races = Races(sites)
        self.now = 0.0
        self.step = 0
        self.concurrent = False
        self.dying = False
        self.fair = True
        self.strayed = False
        self.threads: list[VirtualThread] = []
        self.runnable: list[VirtualThread] = []
        self.sleepers: list[VirtualThread] = []
        self.settlers: list[VirtualThread] = []
        self.switches: list[tuple[int, int]] = []
        self.escaped: list[tuple[str, BaseException]] = []
        self.error: BaseException | None = None
        self.stuck: list[VirtualThread] = []
        self.exhausted: VirtualThread | None = None
        self.unseen: set[str] = set()
        self.coarse: dict[int, str] = {}
        self.recorder: Observer | None = None
        self.trail: Trail | None = None
        self.redundant = False
        self._over = False
        self._yields_in_a_row = 0

    # -- the run, in the hub ---------------------------------------------------------------------------------------

    def run(self, main: Callable[[], None]) -> None:
        """Execute `main` in the first thread until it and all non-daemon threads ended, failed or are stuck.

        What is left stays where it is, to be looked at, until `end_all`.
        """
        self._hub = getcurrent()
        self.current = first = self.spawn("main", main, daemon=False)
        while not self._over:
            chosen = self._choose_next()
            if self._over:
                break
            if chosen is None:
                self.stuck = [
                    t for t in self.threads if not t.ended and not (first.ended and t.daemon)
                ]
                break
            self.current = chosen
            chosen.greenlet.switch()
            if first.ended and all(t.ended or t.daemon for t in self.threads):
                break

    def run_on(self) -> None:
        """Let the threads that are left go on after main has failed, as far as they can in so many steps."""
        self._over = False
        self.step = max(self.step, STEP_LIMIT - STEPS_AFTERWARDS)
        while not self._over and (chosen := self._choose_next()) and not chosen.ended:
            self.current = chosen
            chosen.greenlet.switch()

    def spawn(self, name: str, body: Callable[[], None], daemon: bool) -> VirtualThread:
        """Make a runnable thread; what its creator did so far happened before all that it does."""
        thread = VirtualThread(len(self.threads), name, body, daemon)
        if self.threads:
            merge(thread.clock, publish(self.current.clock, self.current.id))
            self.concurrent = True
            if self.trail is not None:
                self.trail.spawn(thread.id)
        thread.greenlet = carrier_of(lambda: self._live(thread), self._hub)
        self.threads.append(thread)
        self.runnable.append(thread)
        return thread

    def _live(self, thread: VirtualThread) -> None:
        thread.begun = True
        try:
            thread.body()
        except GreenletExit:
            return
        except BaseException as error:
            self.abort(error)
        finally:
            thread.ended = True
        if self.dying:
            return
        self.step += 1
        self.runnable.remove(thread)
        for joiner in thread.joiners:
            self.ready(joiner)

    def abort(self, error: BaseException | None) -> None:
        """End the run after this step: main failed, or what must not be swallowed escaped a thread."""
        if not self._over:
            self.error = error
            self._over = True

    def fail(self, error: BaseException) -> NoReturn:
        """End the run now, in the middle of whatever the current thread does."""
        self.abort(error)
        self._hub.switch()
        raise GreenletExit

    def end_all(self) -> None:
        """Let every thread that is left unwind; from now on its operations do nothing."""
        self.dying = True
        for thread in self.threads:
            if not thread.begun:
                take_back(thread.greenlet)
                continue
            for _ in range(ATTEMPTS_TO_END):
                if thread.ended:
                    break
                thread.greenlet.throw(GreenletExit)

    # -- what threads call -----------------------------------------------------------------------------------------

    def point(self, site: int) -> None:
        """A switch point before what happens at `site`: another thread may go on first."""
        if self.dying:
            return
        self._count_step()
        if not self.chooser.chooses(self.step, site):
            return
        if len(self.runnable) > 1 or self.sleepers or self.trail is not None:
            chosen = self._decide(site, self.current, preemptions=1)
            if chosen is not self.current:
                self._switch(chosen)
        self.current.overtaken = 0

    def operate(self, name: str, subject: object = None) -> None:
        """A public operation on `subject` follows: a switch point, and what the thread is said to be doing."""
        self.current.operation = name
        self.point(OPERATION)
        self.announce(name, subject)

    def announce(self, name: str, subject: object = None) -> None:
        """An operation that commutes with what others can do meanwhile follows: no switch point."""
        self.current.operation = name
        if self.recorder is not None and not self.dying:
            self.recorder.operation(subject)

    def touch(self, place: Hashable, write: bool, owner: object = None, ident: int = 0) -> None:
        """The current step reads or changes `place`; see `Trail.touch`."""
        if self.trail is not None and not self.dying:
            self.trail.touch(place, write, owner, ident)

    def turn(self) -> None:
        """The end of a round of a loop: one that goes on alone for long is made to yield (fair scheduling)."""
        if self.dying:
            raise GreenletExit
        self._count_step()
        current = self.current
        current.turns += 1
        current.turns_alone += 1
        if current.turns_alone > TURNS_BEFORE_YIELD:
            current.turns_alone = 0
            self._yield_fairly(current)

    def block(self, awaited: Awaited, deadline: float | None = None) -> bool:
        """Wait until `ready` names this thread, or until `deadline`; False says that the deadline came first."""
        if self.dying:
            raise GreenletExit
        self._count_step()
        if deadline is not None:
            self.touch("clock", True)
        current = self.current
        current.awaited = awaited
        current.timed_out = False
        current.turns_alone = 0
        self.runnable.remove(current)
        if deadline is not None:
            current.deadline = deadline
            self.sleepers.append(current)
        if self.recorder is not None:
            self.recorder.blocked(current)
        self._hand_over()
        current.turns += 1
        current.overtaken = 0
        current.deadline = None
        if current.timed_out:
            self.touch("clock", True)
        return not current.timed_out

    def settle(self) -> None:
        """Wait until nobody else can go on without time passing."""
        self.current.operation = "settle"
        self.touch("clock", True)
        self._let_others_go_on()

    def _let_others_go_on(self) -> None:
        self._yields_in_a_row = 0
        self.settlers.append(self.current)
        self.block(NOBODY)
        if self.trail is not None:
            self.trail.settle()

    def wind_down(self) -> None:
        """Main is done: daemons that can go on do so first, since they might have, and a search must see what they do.

        One that sleeps might have woken, and so on for ever: nobody can try it all.
        """
        if any(thread.daemon for thread in self.runnable):
            self._let_others_go_on()
        if any(thread.daemon and self._may_wake_early(thread) for thread in self.sleepers):
            self.fair = False

    def ready(self, thread: VirtualThread) -> None:
        """Let a blocked thread go on when it is chosen."""
        asleep = thread in self.sleepers
        if asleep:
            self.sleepers.remove(thread)
        if self.trail is not None and not (asleep and self._may_wake_early(thread)):
            self.trail.wake(thread.id)
        self._make_runnable(thread)

    def unready(self, thread: VirtualThread) -> None:
        """Take back `ready`: what the thread waits for was taken by another before it went on."""
        if thread.timed_out or thread not in self.runnable:
            return
        self.runnable.remove(thread)
        if self.trail is not None:
            self.trail.delay(thread.id)
        if thread.deadline is not None:
            self.sleepers.append(thread)
        if self.recorder is not None:
            self.recorder.blocked(thread)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _count_step(self) -> None:
        self.step += 1
        if self.step > STEP_LIMIT:
            self.exhausted = self.current
            self._over = True
            self._hub.switch()

    def _decide(self, site: int, default: VirtualThread, preemptions: int) -> VirtualThread | None:
        others = [(t.id, preemptions) for t in self.runnable if t is not default]
        sleeper = self._early_sleeper()
        if sleeper is not None:
            others.append((sleeper.id, 1))
        if not others:
            return self._begin(default, default.id, ())
        chosen = self.chooser(self.step, site, default.id, others)
        if chosen == NOTHING_NEW:
            self._stop()
            return None
        thread = default if chosen == default.id else self._depart(chosen, default, others)
        return self._begin(thread, default.id, others)

    def _begin(self, thread: VirtualThread, default: int, others: Others) -> VirtualThread | None:
        if self.trail is not None and not self.trail.begin(thread.id, default, others):
            self._stop()
            return None
        return thread

    def _stop(self) -> None:
        """End the run: an equivalent one was executed before."""
        self.redundant = True
        self._over = True

    def _depart(
        self, chosen: int, default: VirtualThread, others: list[tuple[int, int]]
    ) -> VirtualThread:
        if all(chosen != thread for thread, _ in others):
            self.strayed = True
            return default
        self.switches.append((self.step, chosen))
        thread = self.threads[chosen]
        if thread not in self.runnable:
            for overtaken in self.runnable:
                overtaken.overtaken += 1
            self._pass_time(thread)
        return thread

    def _early_sleeper(self) -> VirtualThread | None:
        """The sleeper who may overtake runnable threads: time may pass early, but never out of order."""
        if self.punctual or self.settlers or not self.sleepers:
            return None
        first = min(self.sleepers, key=_by_deadline)
        if not self._may_wake_early(first):
            return None
        if any(thread.overtaken >= OVERTAKING for thread in self.runnable):
            self.fair = (
                False  # one that polls would go on for ever while who it waits for never does
            )
            return None
        return first

    def _may_wake_early(self, sleeper: VirtualThread) -> bool:
        return not self.punctual and _by_deadline(sleeper)[0] - self.now < AGES

    def _choose_next(self) -> VirtualThread | None:
        """Who goes on after a block or an end; None if nobody ever can."""
        if self._over:
            return None
        if not self.runnable and self.settlers:
            self._make_runnable(self.settlers.pop())
        if not self.runnable and self.sleepers:
            self._pass_time(min(self.sleepers, key=_by_deadline))
        if not self.runnable:
            return None
        if len(self.runnable) == 1 and not self.sleepers:
            return self._begin(self.runnable[0], self.runnable[0].id, ())
        return self._decide(OPERATION, self.runnable[0], preemptions=0)

    def _hand_over(self) -> None:
        chosen = self._choose_next()
        if chosen is not self.current:
            self._switch(chosen)

    def _switch(self, chosen: VirtualThread | None) -> None:
        """Let `chosen` (or, where nobody can go on, the hub) go on; come back when this thread is chosen again."""
        current = self.current
        if chosen is None:
            self._hub.switch()
        else:
            self.current = chosen
            chosen.greenlet.switch()
        if self.dying:
            raise GreenletExit
        self.current = current

    def _yield_fairly(self, current: VirtualThread) -> None:
        others = [t for t in self.runnable if t is not current]
        self._yields_in_a_row += 1
        if self.settlers:
            if self._yields_in_a_row > len(self.runnable):
                others = [
                    self.settlers.pop()
                ]  # whoever could go on only goes round: that is as far as they get
                self._make_runnable(others[0])
        elif not others and self.sleepers:
            self._pass_time(min(self.sleepers, key=_by_deadline))
            others = [t for t in self.runnable if t is not current]
        if others:
            self.fair = False
            self._switch(next((t for t in others if t.id > current.id), others[0]))

    def _make_runnable(self, thread: VirtualThread) -> None:
        if thread not in self.runnable:
            self.runnable.append(thread)
            self.runnable.sort(key=_by_id)

    def _pass_time(self, sleeper: VirtualThread) -> None:
        """Move the clock to the deadline of `sleeper`; all whose deadline has come can go on."""
        assert sleeper.deadline is not None
        self.now = max(self.now, sleeper.deadline)
        for thread in [
            t for t in self.sleepers if t.deadline is not None and t.deadline <= self.now
        ]:
            self.sleepers.remove(thread)
            thread.timed_out = True
            self._make_runnable(thread)


def _by_id(thread: VirtualThread) -> int:
    return thread.id


def _by_deadline(thread: VirtualThread) -> tuple[float, int]:
    assert thread.deadline is not None
    return (thread.deadline, thread.id)
