"""What the learner's source calls an object: found by looking up the names on a line, without running any code."""

from __future__ import annotations

import ast
import inspect
import linecache
import re
from types import FrameType, MemberDescriptorType
from typing import Any

_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_SUBSCRIPT = re.compile(rf"({_DOTTED.pattern})\[([^\[\]]+)\]")
_LOCK = re.compile(r"with (.+?)(?: as \w+)?:|([\w.]+(?:\[[^\]]*\])?)\.acquire\(")
_MISSING = object()


def source_line(frame: FrameType) -> str:
    """The line that a frame executes, without its comment (a # in a string is rare enough in code that locks)."""
    line = linecache.getline(frame.f_code.co_filename, frame.f_lineno)
    return line.partition("  #")[0].strip()


def name_of(thing: object, frame: FrameType) -> str:
    """The expression of names and dots on the frame's line that gives `thing`; "" if there is none."""
    for match in _DOTTED.finditer(source_line(frame)):
        names = match[0].split(".")
        for end in range(len(names), 0, -1):
            name = ".".join(names[:end])
            if _value(frame, name) is thing:
                return name
    return ""


def subscripts_of(container: object, frame: FrameType) -> list[object]:
    """The literals and variables by which the frame's line takes items of `container`."""
    found = []
    for match in _SUBSCRIPT.finditer(source_line(frame)):
        value = _value(frame, match[1])
        if value is container:
            try:
                found.append(ast.literal_eval(match[2]))
            except (ValueError, SyntaxError):
                found.append(_value(frame, match[2]))
    return found


def name_of_lock(lock: object, frame: FrameType) -> str:
    """What the frame's line calls a lock that it asks for: or its condition; "" if that is unclear."""
    name = name_of(lock, frame)
    if name:
        return name
    found = _LOCK.search(source_line(frame))
    text = found[1] or found[2] if found else ""
    return text if text.count("(") == text.count(")") and ", " not in text else ""


def _attribute(value: object, name: str) -> Any:
    """The data attribute of an object, found without calling anything of its class."""
    found = inspect.getattr_static(value, name, _MISSING)
    if isinstance(found, MemberDescriptorType):
        try:
            return found.__get__(value, type(value))
        except AttributeError:
            return _MISSING
    return found


def _value(frame: FrameType, dotted: str) -> object:
    """What names and dots give in a frame; a sentinel if nothing."""
    name, *attributes = dotted.split(".")
    value = frame.f_locals.get(name, frame.f_globals.get(name, _MISSING))
    for name in attributes:
        value = _attribute(value, name)
    return value
