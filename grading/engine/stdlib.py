"""Private copies of the standard library's `threading`, `queue` and `concurrent.futures` over the virtual `_thread`.

They are loaded once per process, from the source of the running Python, and reset before every execution. What a
program calls of them is an operation: a switch point before it, none inside. `time`, `datetime` and `functools` are
virtual as well.
"""

from __future__ import annotations

import _thread
import concurrent.futures
import importlib.util
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from types import CodeType, FrameType, ModuleType, SimpleNamespace
from typing import Any

from greenlet import GreenletExit

from grading.engine import (
    active,
    awaiting,
    caching,
    chance,
    clock,
    dates,
    exiting,
    guard,
    hooks,
    primitives,
    threads,
)
from grading.engine.original import Original

_SOURCES = (
    "threading",
    "_threading_local",
    "queue",
    "concurrent.futures._base",
    "concurrent.futures.thread",
    "sched",
    "timeit",
)
# How many there seem to be: the default size of a pool is the same on every computer.
_PROCESSORS = 4
# Where a program can find what its suite depends on: looked through before every execution.
_CHANGEABLE = (
    *("threading", "queue", "time", "concurrent.futures"),
    *("concurrent.futures._base", "concurrent.futures.thread"),
)
_OPERATIONS = {
    "threading": {
        "Event": "is_set isSet set clear wait",
        "Semaphore": "acquire release __enter__ __exit__",
        "BoundedSemaphore": "release",
        "Barrier": "wait reset abort",
        "Timer": "cancel",
    },
    "queue": {
        "Queue": "put get put_nowait get_nowait task_done join qsize empty full shutdown",
        "_PySimpleQueue": "put get put_nowait get_nowait qsize empty",
    },
    "concurrent.futures._base": {
        "Future": "result exception done running cancel cancelled add_done_callback",
        "Executor": "map",
    },
    "concurrent.futures.thread": {"ThreadPoolExecutor": "submit shutdown"},
}
_os = chance.os_with(**dict.fromkeys(("cpu_count", "process_cpu_count"), lambda: _PROCESSORS))
# Who calls these holds the lock that matters: they are named in messages, and are no switch points.
_UNDER_LOCK = {"threading": {"Condition": "wait wait_for notify notify_all notifyAll"}}
# A worker that begins with a task does so in the step in which it took it.
_OPERATIONS_OF_PROGRAMS = {"concurrent.futures._base": {"Future": "set_running_or_notify_cancel"}}
# A worker hands over its result by a step of its own, although the code that does so is the standard library's.
_OPERATIONS_OF_WORKERS = {"concurrent.futures._base": {"Future": "set_result set_exception"}}


def operation(
    function: Callable[..., Any],
    *,
    counts: Callable[[FrameType], bool] = active.is_public,
    point: bool = True,
) -> Callable[..., Any]:
    """`function` as a step, where the frame that calls it `counts`: with a switch point before it, or just a name."""
    name = function.__qualname__.removeprefix("_Py")

    @wraps(function)
    def public(*args: Any, **kwargs: Any) -> Any:
        machine = active.machine
        if machine is None or not counts(sys._getframe(1)):
            return function(*args, **kwargs)
        subject = args[0] if args else function
        if not point:
            machine.announce(name, subject)
            return function(*args, **kwargs)
        machine.operate(name, subject)
        machine.touch("operation", True, subject, id(subject))
        result = function(*args, **kwargs)
        machine.touch("operation", True, subject, id(subject))  # it may have waited in between
        return result

    return public


def _from_anywhere(caller: FrameType) -> bool:
    return True


def _from_outside(caller: FrameType) -> bool:
    return caller.f_builtins is not active.STDLIB


def _asking_barrier(question: property) -> property:
    """What a barrier says of itself, which changes under its lock."""
    answer: Any = question.fget

    @wraps(answer)
    def asked(self: Any) -> Any:
        self._cond._lock.locked()
        return answer(self)

    return property(operation(asked), doc=question.__doc__)


def _calling_in_steps(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method that is handed something to be called."""

    @wraps(method)
    def taking(self: Any, fn: Callable[..., Any]) -> Any:
        return method(self, threads.in_steps(fn))

    return taking


def _submitting_in_steps(submit: Callable[..., Any]) -> Callable[..., Any]:
    """`submit` of tasks whose built-ins are seen, and that a worker does not begin any more while it unwinds."""

    @wraps(submit)
    def taking(self: Any, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        fn = threads.in_steps(fn)

        def task(*args: Any, **kwargs: Any) -> Any:
            if active.machine is None or active.machine.dying:
                raise GreenletExit
            return fn(*args, **kwargs)

        return submit(self, task, *args, **kwargs)

    return taking


class Library:
    """The virtual modules by name, for `import` in the model world, and their reset."""

    def __init__(self) -> None:
        self.modules: dict[str, ModuleType] = {
            "_thread": _virtual_thread_module(),
            "time": clock.module(),
            "datetime": dates.module(),
            "functools": caching.module(),
            "atexit": exiting.module(),
        }
        active.STDLIB["__import__"] = self._import_for_stdlib
        self._concurrent = _package("concurrent")
        self._futures = _package("concurrent.futures")
        self.modules |= {"concurrent": self._concurrent, "concurrent.futures": self._futures}
        self._concurrent.futures = self._futures  # type: ignore[attr-defined]
        for name in _SOURCES:
            self._load(name)
        self._fill_futures()
        self.modules["_thread"]._local = self.modules["_threading_local"].local  # type: ignore[attr-defined]
        threads.install(self.modules["threading"], self.modules["_threading_local"])
        # A pool goes through a set of threads, `as_completed` through one of futures: the same way in every replay.
        for cls in (self.modules["threading"].Thread, self._futures.Future):
            cls.__hash__ = hooks.ident
        pool = self.modules["concurrent.futures.thread"].ThreadPoolExecutor
        pool._counter = threads.Numbers(first=0)
        pool.submit = _submitting_in_steps(pool.submit)
        vars(self.modules["concurrent.futures._base"])["id"] = (
            hooks.ident
        )  # it takes locks in this order
        self.modules["concurrent.futures._base"].time = SimpleNamespace(monotonic=_reading)  # type: ignore[attr-defined]
        future = self._futures.Future
        future.add_done_callback = _calling_in_steps(future.add_done_callback)
        barrier = self.modules["threading"].Barrier
        for name in ("n_waiting", "broken"):
            setattr(barrier, name, _asking_barrier(vars(barrier)[name]))
        self._wrap(_OPERATIONS, operation)
        self._wrap(_OPERATIONS_OF_PROGRAMS, partial(operation, counts=_from_outside))
        self._wrap(_OPERATIONS_OF_WORKERS, partial(operation, counts=_from_anywhere))
        self._wrap(_UNDER_LOCK, partial(operation, point=False))
        for name in ("wait", "as_completed"):
            function = getattr(self.modules["concurrent.futures._base"], name)
            setattr(self._futures, name, operation(function))
        self._note_who_hands_over()
        awaiting.install(future)
        self.modules["concurrent.futures._base"].LOGGER.addFilter(_not_while_unwinding)
        self._locks = [
            value
            for module in self.modules.values()
            for value in vars(module).values()
            if isinstance(value, primitives.Lock)
        ]
        self._original = Original(self.modules[name] for name in _CHANGEABLE)

    def reset(self) -> None:
        """Forget the last execution: no threads but main, names counted from one, every lock free, no name changed."""
        pool = self.modules["concurrent.futures.thread"]
        # What changes in many programs first, as to restore takes long where anything did.
        pool._shutdown = False  # type: ignore[attr-defined]
        threads.forget_hook(self.modules["threading"])
        self._original.restore()
        threads.reset(self.modules["threading"])
        pool.ThreadPoolExecutor._counter.restart()
        pool._threads_queues.clear()
        exiting.reset()
        for lock in self._locks:
            lock.free()

    def exit_program(self) -> None:
        """What the interpreter does when the main thread ends: it shuts pools down, then calls exit functions."""
        pool = self.modules["concurrent.futures.thread"]
        if pool._threads_queues:
            pool._python_exit()
        exiting.run(self.modules["threading"])

    def find(self, name: str, fromlist: Sequence[str] | None) -> ModuleType | None:
        """What `import name` gives in the model world, or None where that is the real module."""
        found = self.modules.get(name)
        package = name.partition(".")[0]
        guard.install_for(package)
        if fromlist or package not in self.modules:
            return found
        if found is None:
            importlib.import_module(name)
        return self.modules[package]

    def _import_for_stdlib(
        self,
        name: str,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, Any] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> Any:
        if name == "_queue":
            raise ImportError("the model world takes the SimpleQueue that is written in Python")
        if name == "os":
            return _os
        return self.find(name, fromlist) or __import__(name, globals, locals, fromlist, level)

    def _load(self, name: str) -> None:
        module = ModuleType(name)
        vars(module).update({"__builtins__": active.STDLIB, "__package__": name.rpartition(".")[0]})
        self.modules[name] = module
        exec(_code_of(name), vars(module))
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(self.modules[parent], child, module)

    def _fill_futures(self) -> None:
        base, pool = (
            self.modules["concurrent.futures._base"],
            self.modules["concurrent.futures.thread"],
        )
        names = [n for n in vars(concurrent.futures) if n[0] != "_" and hasattr(base, n)]
        vars(self._futures).update({name: getattr(base, name) for name in names})
        self._futures.ThreadPoolExecutor = pool.ThreadPoolExecutor  # type: ignore[attr-defined]
        # Not a thread's: whoever imports it for another purpose can, and to start one ends the execution (see `guard`).
        self._futures.__getattr__ = partial(getattr, concurrent.futures)  # type: ignore[method-assign]
        queue = self.modules["queue"]
        queue.SimpleQueue = queue._PySimpleQueue  # type: ignore[attr-defined]

    def _note_who_hands_over(self) -> None:
        threading, pool = self.modules["threading"], self.modules["concurrent.futures.thread"]
        condition = threading.Condition
        calling = (threading.Thread.run, threading.Timer.run, pool._WorkItem.run)
        for function in (*calling, self._futures.Future._invoke_callbacks):
            active.HANDS_OVER.add(id(function.__code__))
        for function in (condition.__enter__, condition.__exit__):
            active.PASSES_ON.add(id(function.__code__))

    def _wrap(
        self,
        table: dict[str, dict[str, str]],
        wrap: Callable[[Callable[..., Any]], Callable[..., Any]],
    ) -> None:
        for module_name, classes in table.items():
            for class_name, methods in classes.items():
                cls = getattr(self.modules[module_name], class_name)
                for name in set(methods.split()) & vars(cls).keys():
                    setattr(cls, name, wrap(vars(cls)[name]))


class _Reading(float):
    """A reading of a clock that stands still: a deadline that is reached must count as over.

    `as_completed` goes round and round until less than nothing is left.
    """

    def __rsub__(self, deadline: float) -> float:
        return deadline - float(self) or -sys.float_info.min


def _reading() -> float:
    return _Reading(clock.now())


def _not_while_unwinding(record: logging.LogRecord) -> bool:
    """A worker reports what ends it; the end of an execution is no news."""
    return active.machine is None or not active.machine.dying


def _code_of(name: str) -> CodeType:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ImportError(
            f"this Python has no source of {name}: the model world needs a CPython with its library"
        )
    code = spec.loader.get_code(name)  # type: ignore[attr-defined]
    assert isinstance(code, CodeType)
    return code


def _package(name: str) -> ModuleType:
    package = ModuleType(name)
    package.__path__ = []
    return package


def _virtual_thread_module() -> ModuleType:
    """Like the `_thread` of the running version, with virtual locks, threads and identity."""
    virtual = ModuleType("_thread")
    vars(virtual).update({k: v for k, v in vars(_thread).items() if k[:2] != "__"})
    vars(virtual).update(
        allocate_lock=primitives.Lock,
        allocate=primitives.Lock,
        LockType=primitives.Lock,
        lock=primitives.Lock,
        RLock=primitives.RLock,
        start_new_thread=primitives.start_new_thread,
        start_new=primitives.start_new_thread,
        start_joinable_thread=primitives.start_new_thread,
        get_ident=primitives.get_ident,
        get_native_id=primitives.get_native_id,
        stack_size=primitives.stack_size,
        interrupt_main=guard.interrupt_main,
        _get_main_thread_ident=lambda: primitives.MAIN_IDENT,
        _ThreadHandle=primitives.Handle,
        _make_thread_handle=primitives.Handle,
        _set_sentinel=primitives.Lock,
        _shutdown=lambda: None,
        _is_main_interpreter=lambda: True,
        daemon_threads_allowed=lambda: True,
        set_name=lambda name: None,
    )
    return virtual
