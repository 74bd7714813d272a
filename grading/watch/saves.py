"""Notices that a file was saved, however the editor does it: in its place, or by a new file of that name."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

_STEP = (
    5  # ms that must pass without another change, and between two looks at what the system has told
)
_DEBOUNCE = 100  # ms; who goes on writing for longer is judged in between
_LOOK = 1_000  # ms until the file is read though nothing was told: some systems, and disks, tell nothing
_PAUSE = 0.5  # s; before a folder that is not there is looked for again
_EMPTIED = 0.1  # s; many editors empty or rename a file before they write it


def saves(file: Path, stop: threading.Event) -> Iterator[bytes | None]:
    """The content of the file now, and then each other content that is saved, until `stop`; None: it cannot be read."""
    last: bytes | None = b""
    first = True
    for _ in _moments(file, stop):
        content = _read(file)
        if not content:
            stop.wait(_EMPTIED)
            content = _read(file)
        if first or content != last:
            first, last = False, content
            yield content


def _moments(file: Path, stop: threading.Event) -> Iterator[None]:
    """Whenever the file may have another content."""
    polling = None
    while not stop.is_set():
        yield
        try:
            for _ in watch(
                file.parent,
                watch_filter=lambda _, path: Path(path).name == file.name,
                debounce=_DEBOUNCE,
                step=_STEP,
                stop_event=stop,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                force_polling=polling,
                recursive=False,
            ):
                yield
                if not file.parent.is_dir():
                    break
        except FileNotFoundError:
            pass  # the folder; it may come back
        except (OSError, RuntimeError):  # the system has no more to give, or cannot tell
            polling = True
        stop.wait(_PAUSE)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
