"""The picture of an exercise's schedules, drawn by the command `picture` and opened where there is a browser."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser

from grading.index import Exercise
from grading.learning.state import Memory


def draw(exercise: Exercise, memory: Memory) -> str:
    """Draw and open it; says where it is, or why there is none. It takes seconds."""
    file = memory.folder / "pictures" / f"{exercise.stem}.html"
    command = [sys.executable, "-m", "grading", "picture", exercise.id, "--out", str(file)]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        ended = subprocess.run(
            command, cwd=memory.root, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
    except OSError as error:
        return f"The picture cannot be drawn: {error}."
    if not file.exists():
        return ended.stderr.strip() or ended.stdout.strip() or "There is no picture."
    if _has_windows() and webbrowser.open(file.as_uri()):
        return f"The picture is in your browser, and in\n{file}"
    return f"Open the picture in a browser:\n{file}"


def _has_windows() -> bool:
    """Whether a browser has a window of its own: one in the terminal would take the watch's place."""
    named = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in named)
