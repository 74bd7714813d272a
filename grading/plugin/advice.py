"""What beginners' exceptions and endless waits mean: Python says what went wrong, this says what was meant."""

from __future__ import annotations

import re

from grading.failures import Mismatch

_ADVICE = (
    (
        r"'NoneType' object has no attribute '(start|join|is_alive|daemon|name|ident)'",
        "start() and join() return None: keep the thread in a variable, and call them on lines of their own.",
    ),
    (r"group argument must be None", "Name what the thread is to call: Thread(target=...)."),
    (
        r"argument after \* must be an iterable",
        "args= wants a tuple, also for a single argument: args=(item,).",
    ),
    (
        r"'\w+' object is not callable",
        "Is something called, as in target=f(), that should only be named, as in target=f?",
    ),
    (
        r"cannot access local variable '(?P<name>\w+)'",
        "Has it a value by then? A function that means the module's variable must say so at its beginning: "
        "global {name}.",
    ),
    (
        r"'(type|builtin_function_or_method)' object does not support the context manager",
        "Is the lock made with brackets, as in threading.Lock()?",
    ),
    (
        r"'[\w.]*Queue' object has no attribute '(append|pop|popleft)'",
        "A queue has put() and get().",
    ),
    (r"unexpected keyword argument 'deamon'", "It is spelled daemon."),
    (
        r"cannot set daemon status of active thread",
        "daemon is set before start(), as in Thread(target=..., daemon=True).",
    ),
    (
        r"cannot join thread before it is started",
        "A Thread was made, and nothing has called its start().",
    ),
    (r"threads can only be started once", "Make a new Thread for each start()."),
    (
        r"release unlocked lock|cannot release un-acquired lock",
        "Each release() needs an acquire() before it.",
    ),
    (
        r"task_done\(\) called too many times",
        "Call task_done() once for each item that get() gave.",
    ),
    (
        r"cannot schedule new futures after shutdown",
        "shutdown() and the end of a `with` block close an executor for good; one that was handed in is its "
        "owner's to close.",
    ),
    (
        r"\d+ \(of \d+\) futures unfinished",
        "timeout= gives up after so many seconds: leave it out where a call may take as long as it likes.",
    ),
    (
        r"exceptions must derive from BaseException",
        "raise needs an exception: what it was given may still be None.",
    ),
    (
        r"(Can't|cannot) (get local object|pickle)",
        "What goes to another process is pickled: use a function that is defined with def at the top of the file "
        "and plain values; no lambda, inner function, generator, lock or pool.",
    ),
)


_RAISED = re.compile(r"^raises |\w(Error|Exception)\(")  # what a suite says that came

_AWAITED = (
    (
        r"Queue\.join",
        "Queue.join() waits until task_done() was called once for each item that was put, failures included.",
    ),
    (
        r"Queue\.put",
        "put() waits while the queue is full: does somebody take its items, also after a failure?",
    ),
    (
        r"\w*Queue\.get",
        "get() waits until something is put: is there an item or an end mark for everybody, also after a failure?",
    ),
    (
        r"\w*Semaphore\.acquire",
        "acquire() waits for a release(): is each place given back, also after a failure?",
    ),
    (
        r"Event\.wait",
        "wait() of an Event waits until set(): is it always set, also after a failure, or if there is nothing to do?",
    ),
)

_GOT = (
    (
        r"^None$",
        "None is what start(), join() and a function without `return` give: what does yours return?",
    ),
    (
        r"<MainThread>",
        "That ran in the caller's own thread, where f(), target=f() and run() make their call: "
        "name f without brackets, as in target=f, and start() calls it in the new thread.",
    ),
    (r"^<method ", "A method itself is no result: are brackets missing, or @property?"),
)


def on(error: BaseException) -> str:
    """A sentence for an exception that beginners meet, or for what they get in place of a result; "" for all others."""
    said = error.got if isinstance(error, Mismatch) else ""
    text = said or str(error)
    known: tuple[tuple[str, str], ...] = _GOT if said and not _RAISED.search(said) else _ADVICE
    for pattern, sentence in known:
        if found := re.search(pattern, text):
            return sentence.format(**found.groupdict())
    return ""


def on_waiting(message: str) -> str:
    """A sentence for threads that wait for ever, by what the message says of where; "" where that says enough."""
    return next((text for call, text in _AWAITED if re.search(rf"waits in {call}\(", message)), "")
