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
    text, known = (error.got, _GOT) if isinstance(error, Mismatch) else (str(error), _ADVICE)
    for pattern, sentence in known:
        if found := re.search(pattern, text):
            return sentence.format(**found.groupdict())
    return ""
