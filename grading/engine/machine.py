"""One execution: virtual threads in one OS thread, a virtual clock, and a chooser who says who goes on.

A virtual thread is a greenlet. It gives up control only in `point` (it could go on), `block` (it cannot) or at its
end, so an execution is a function of the chooser's answers. The machine knows no strategy and no primitive.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NoReturn, Protocol

from greenlet import GreenletExit, getcurrent

from grading.engine.carriers import carrier_of, take_back
from grading.engine.clocks import Races, merge, publish
from grading.engine.roster import Roster
from grading.engine.segments import Trail
from grading.engine.strategies import NOTHING_NEW, OPERATION, Chooser, Others
from grading.engine.trace import Decision
from grading.engine.vthread import NOBODY, Awaited, VirtualThread

STEP_LIMIT = 20_000
STEPS_AFTERWARDS = 1_000
TURNS_BEFORE_YIELD = 60
YIELDS_OF_WORK = (
    10  # that a thread may make, as it changes something, before a settler no longer waits
)
ATTEMPTS_TO_END = 3


class Observer(Protocol):
    """Told of every step while an execution is recorded."""

    def access(self, key: Sequence[Any], owner: object, site: int, write: bool) -> None:
        """The place `key`, an attribute or the contents of `owner` or a variable, is read or written next."""

    def operation(self, subject: object) -> None:
        """A public operation on `subject` follows."""

    def blocked(self, thread: VirtualThread) -> None:
        """`thread` cannot go on."""

    def called(self, lock: object, thread: VirtualThread) -> str:
        """What `thread` calls a lock that it holds or waits for; "" if that is unclear."""

    def decided(self, decision: Decision, thread: int) -> None:
        """Several could go on, and `thread` does."""


class Machine:
    """Runs `main` and the threads that it spawns, one at a time.

    `chooser` is asked where several could go on, if it has a choice to make there; that time passes early counts as a
    preemption (`punctual`: see `Roster`). It is given up after `most` steps. `sites` collects where races were seen.
    Afterwards: `error` is what main raised, `stuck` the threads that could never go on, `exhausted` the thread that was
    running when the step limit was reached, `escaped` the exceptions that escaped, `unseen` what the program did to
    shared state without switch points, `coarse` the sites of library code that counts as one step and is several.
    `must_block` is what the test has called at that moment, if all others have to wait without polling.
    """

    def __init__(
        self, chooser: Chooser, *, sites: set[int], punctual: bool = False, most: float = math.inf
    ) -> None:
        self.chooser = chooser
        self.sites = sites
        self.races = Races(sites)
        self.roster = Roster(punctual=punctual)
        self.step = 0
        self.takes = 0  # of locks, also inside the library, where there are no steps
        self.concurrent = False
        self.dying = False
        self.strayed = False
        self.threads: list[VirtualThread] = []
        self.idents: list[
            int
        ] = []  # of threads that have ended, for those that are yet to be started
        self.switches: list[tuple[int, int]] = []
        self.escaped: list[tuple[str, BaseException]] = []
        self.error: BaseException | None = None
        self.stuck: list[VirtualThread] = []
        self.exhausted: VirtualThread | None = None
        self.must_block = ""
        self.unseen: set[str] = set()
        self.coarse: dict[int, str] = {}
        self.recorder: Observer | None = None
        self.trail: Trail | None = None
        self.redundant = False
        self.progress = False  # whether a thread changed a shared place since the last yield
        self._most = min(STEP_LIMIT, most)
        self._over = False
        self._yields_in_a_row = 0
        self._yields = 0

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
        self.roster.runnable.append(thread)
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
        self.roster.runnable.remove(thread)
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
        self.step += 1  # as `_count_step` does, without a call
        if self.step > self._most:
            self._exhaust()
        if not self.chooser.chooses(self.step, site):
            return
        if len(self.roster.runnable) > 1 or self.roster.sleepers or self.trail is not None:
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
        self.step += 1
        if self.step > self._most:
            self._exhaust()
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
        current.turns_alone = current.looks = 0
        current.deadline = deadline
        self.roster.put_off(current)
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
        self._yields_in_a_row = self._yields = 0
        self.roster.settlers.append(self.current)
        self.block(NOBODY)
        if self.trail is not None:
            self.trail.settle()

    def wind_down(self) -> None:
        """Main is done: daemons that can go on do so first, since they might have, and a search must see what they do.

        One that sleeps might have woken, and so on for ever: nobody can try it all.
        """
        roster = self.roster
        if any(thread.daemon for thread in roster.runnable):
            self._let_others_go_on()
        if any(thread.daemon and roster.may_wake_early(thread) for thread in roster.sleepers):
            roster.fair = False

    def ready(self, thread: VirtualThread) -> None:
        """Let a blocked thread go on when it is chosen."""
        needed = not self.roster.wake(thread)
        if self.trail is not None and needed:
            self.trail.wake(thread.id)

    def unready(self, thread: VirtualThread) -> None:
        """Take back `ready`: what the thread waits for was taken by another before it went on."""
        if thread.timed_out or thread not in self.roster.runnable:
            return
        self.roster.put_off(thread)
        if self.trail is not None:
            self.trail.delay(thread.id)
        if self.recorder is not None:
            self.recorder.blocked(thread)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _count_step(self) -> None:
        self.step += 1
        if self.step > self._most:
            self._exhaust()

    def _exhaust(self) -> None:
        if self.step > STEP_LIMIT:
            self.exhausted = self.current
        else:
            self.redundant = True  # nobody waits for its end
        self._over = True
        self._hub.switch()

    def _decide(self, site: int, default: VirtualThread, preemptions: int) -> VirtualThread | None:
        others = [(t.id, preemptions) for t in self.roster.runnable if t is not default]
        sleeper = self.roster.early_sleeper()
        if sleeper is not None:
            others.append((sleeper.id, 1))
        if not others:
            return self._begin(default, default.id, ())
        chosen = self.chooser(self.step, site, default.id, others)
        if chosen == NOTHING_NEW:
            self._stop()
            return None
        thread = default if chosen == default.id else self._depart(chosen, default, others)
        if self.recorder is not None:
            decision = Decision(self.step, site, default.id, tuple(others))
            self.recorder.decided(decision, thread.id)
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
        if thread not in self.roster.runnable:
            self.roster.overtake(thread)
        return thread

    def _choose_next(self) -> VirtualThread | None:
        """Who goes on after a block or an end; None if nobody ever can."""
        if self._over:
            return None
        if not self.roster.find_somebody():
            return None
        first = self.roster.runnable[0]
        if len(self.roster.runnable) == 1 and not self.roster.sleepers:
            return self._begin(first, first.id, ())
        return self._decide(OPERATION, first, preemptions=0)

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
        roster = self.roster
        others = [t for t in roster.runnable if t is not current]
        self._yields += 1
        self._yields_in_a_row = 1 if self.progress else self._yields_in_a_row + 1
        self.progress = False
        if roster.settlers:
            able = len(roster.runnable)
            if self._yields_in_a_row > able or self._yields > able * YIELDS_OF_WORK:
                # Whoever could go on only goes round: that is as far as they get.
                others = [roster.settlers.pop()]
                roster.admit(others[0])
        elif not others:
            roster.let_time_pass()
            others = [t for t in roster.runnable if t is not current]
        if others:
            roster.fair = False
            self._switch(next((t for t in others if t.id > current.id), others[0]))
