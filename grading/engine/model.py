"""The model world: namespaces whose imports and switch points are virtual, and one execution of a body in it."""

from __future__ import annotations

import builtins
import gc
import math
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from types import CodeType, ModuleType
from typing import Any

from grading import faces, ways_out
from grading.engine import active, chance, generated, guard, hooks, identity, imported, places
from grading.engine.machine import Machine
from grading.engine.reasons import failure_of
from grading.engine.recorder import Recorder
from grading.engine.segments import Trail
from grading.engine.stdlib import Library
from grading.engine.strategies import OPERATION, Chooser
from grading.engine.trace import Execution, Schedule, called

# A greenlet begins at the depth of whoever lets it go on first, so many threads go deep.
_DEEPER = 5_000
_library = Library()
# For code of ours that runs in the model world, not instrumented.
_HELPERS: dict[str, Any] = dict(vars(builtins))


def _import(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] = (),
    level: int = 0,
) -> Any:
    found = None
    if level == 0:
        found = _library.find(name, fromlist) or chance.find(name, fromlist)
    module = found or __import__(name, globals, locals, fromlist, level)
    return faces.imported(module, name, fromlist, sys._getframe(1))


active.USER.update(hooks.HOOKS | ways_out.BUILTINS, __import__=_import, id=hooks.ident)
active.GENERATED.update(active.USER)
_HELPERS["__import__"] = _import
guard.install()
generated.install()


def _virtual(name: str) -> ModuleType | None:
    return _library.find(name, ("*",)) or chance.find(name, ("*",))


_library.modules.update(imported.modules(_virtual))


def provide(name: str, module: ModuleType) -> None:
    """Let `import name` in the model world give `module`; `name` is that of a module in a package of ours."""
    package, _, child = name.rpartition(".")
    parent = _library.modules.setdefault(package, ModuleType(package))
    setattr(parent, child, module)
    _library.modules[name] = module


def module(name: str) -> Any:
    """The module that `import name` gives in the model world."""
    return _library.modules[name]


def new_module(code: CodeType, name: str, filename: str, *, helper: bool = False) -> ModuleType:
    """Execute the code of a module in the model world; a helper's code is ours and shows in no timeline."""
    module = ModuleType(name)
    vars(module).update(
        __builtins__=_HELPERS if helper else active.USER,
        __file__=filename,
        __package__=name.rpartition(".")[0],
    )
    if not helper:
        sys.modules[name] = module  # dataclasses, for one, look a class's module up there
    exec(code, vars(module))
    active.unseen("what a module does beside threads while it is imported")
    return module


def execute(
    body: Callable[[], None],
    chooser: Chooser,
    *,
    sites: set[int] | None = None,
    punctual: bool = False,
    may_escape: bool = False,
    record: bool = False,
    follow: bool = True,
    trail: Trail | None = None,
    most: float = math.inf,
) -> Execution:
    """Run `body` once as the main thread of a fresh machine, and say how it went.

    `sites` is what a search has learned so far about where switches matter (it grows). With `record` the steps are
    kept for a timeline; with `follow` also what the other threads would still have done after the test has failed.
    After `most` steps it is given up, and says nothing.
    """
    known = {OPERATION} if sites is None else sites
    machine = Machine(chooser, sites=known, punctual=punctual, most=most)
    _library.reset()
    identity.reset()
    chance.reset()
    places.reset()
    machine.trail = trail
    recorder = machine.recorder = Recorder(machine) if record else None
    collecting, recursion = gc.isenabled(), sys.getrecursionlimit()
    sys.setrecursionlimit(recursion + _DEEPER)
    gc.disable()  # finalizers run at a moment of their own, and some of them (a pool's) are operations
    active.machine, active.os_thread = machine, threading.get_ident()

    def program() -> None:
        body()
        machine.wind_down()
        _library.exit_program()

    try:
        machine.run(program)
        if isinstance(machine.error, guard.Uncontrolled):
            raise machine.error
        machine.unseen.update(
            machine.coarse[site] for site in machine.coarse.keys() & machine.sites
        )
        failure = failure_of(machine, may_escape=may_escape)
        ending, steps = recorder.ending() if recorder else [], machine.step
        if recorder and follow and machine.error is not None:
            recorder.follow()
    finally:
        machine.end_all()
        active.machine = None
        sys.setrecursionlimit(recursion)
        if collecting:
            gc.enable()
    return Execution(
        failure=failure,
        schedule=Schedule(tuple(machine.switches)),
        steps=steps,
        effort=steps + machine.takes,
        fair=machine.roster.fair,
        strayed=machine.strayed,
        redundant=machine.redundant,
        unseen=frozenset(machine.unseen),
        recorded=recorder.steps() if recorder else [],
        turns=recorder.turns() if recorder else [],
        threads=[called(each.id, each.name) for each in machine.threads] if recorder else [],
        afterwards=recorder.afterwards() if recorder else [],
        ending=ending,
    )
