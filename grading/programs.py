"""Runs a solution in a real program of its own, for what shows only there: what is done when a program ends."""

from __future__ import annotations

import os
import subprocess
import sys
from types import ModuleType

DEADLINE = 20.0  # seconds; the last resort, of which no right solution comes near
UNENDED = "the program does not end"
# The mark begins a line of the program's own. Only `say` knows it: what the solution prints is none.
_BEGINNING = """
import importlib.util
import os
import sys

def saying(mark):
    return lambda text: os.write(1, f"\\n{mark}{text}\\n".encode())

program = sys.argv.pop()
say = saying(sys.stdin.readline())
spec = importlib.util.spec_from_file_location("exercise", sys.argv[1])
exercise = sys.modules["exercise"] = importlib.util.module_from_spec(spec)
try:
    spec.loader.exec_module(exercise)
    exec(program, {"exercise": exercise, "say": say})
except Exception as error:
    say(f"raises {type(error).__name__}: {error}")
"""


def said_by(program: str, exercise: ModuleType, *, deadline: float = DEADLINE) -> list[str]:
    """What the source `program` said until its process had ended, in order.

    It finds the solution as `exercise`, as Python loads it, and `say(text)`, which works in every thread and until the
    very end. An exception that it raises, and that it had to be killed, is said too.
    """
    mark = f"\x02{os.urandom(8).hex()} "
    command = [sys.executable, "-I", "-B", "-c", _BEGINNING, str(exercise.__file__), program]
    unended = []
    try:
        ran = subprocess.run(
            command,
            input=mark.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=deadline,
        )
        output = ran.stdout
    except subprocess.TimeoutExpired as late:
        output, unended = late.stdout or b"", [UNENDED]
    lines = output.decode(errors="replace").split("\n")
    return [line.removeprefix(mark) for line in lines if line.startswith(mark)] + unended
