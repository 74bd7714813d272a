"""What beginners' exceptions mean: Python says what went wrong, this says what was meant to be written."""

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
        "A function that assigns to a variable of the module must say so at its beginning: global {name}.",
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
    (r"threads can only be started once", "Make a new Thread for each start()."),
    (
        r"release unlocked lock|cannot release un-acquired lock",
        "Each release() needs an acquire() before it.",
    ),
    (
        r"task_done\(\) called too many times",
        "Call task_done() once for each item that get() gave.",
    ),
)


_NOTHING = (
    "None is what start(), join() and a function without `return` give: what does yours return?"
)


def on(error: BaseException) -> str:
    """A sentence for an exception that beginners meet, or for None in place of a result; "" for all others."""
    if isinstance(error, Mismatch):
        return _NOTHING if error.got == "None" else ""
    for pattern, sentence in _ADVICE:
        if found := re.search(pattern, str(error)):
            return sentence.format(**found.groupdict())
    return ""
