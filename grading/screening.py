"""The faults of a submitted file that show without running it, each in one sentence."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_LARGEST = 200_000  # bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is not judged: it is `missing`, or `invalid`."""

    status: Literal["missing", "invalid"]
    sentence: str


def screen(file: Path, folder: Path | None = None) -> Fault | None:
    """The fault of this file, if it has one. UTF-8 with a byte order mark and CRLF are fine.

    It must be inside of `folder`, where one is given, though a link leads to it.
    """
    name = file.as_posix()
    if not file.is_file():
        return Fault("missing", f"{name} is missing: the solution must be in this file.")
    if folder and not file.resolve().is_relative_to(folder.resolve()):
        sentence = (
            f"{name} is a link to a file outside of the submission: put the file itself there."
        )
        return Fault("invalid", sentence)
    if file.stat().st_size > _LARGEST:
        sentence = f"{name} is larger than {_LARGEST // 1000} kB: hand in only your solution."
        return Fault("invalid", sentence)
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        return Fault("invalid", f"{name} cannot be read: {error.strerror}.")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Fault("invalid", f"{name}, line {line}, is not UTF-8: save the file as UTF-8.")
    if not text.strip():
        return Fault("invalid", f"{name} is empty: the solution must be in this file.")
    return _syntax(text, name)


def _syntax(text: str, name: str) -> Fault | None:
    try:
        compile(text, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = f"{name}, line {error.lineno or 1}"
        sentence = f"{where}: Python cannot read this line ({error.msg}). Mend it, then try again."
        return Fault("invalid", sentence)
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return Fault("invalid", f"{name}: Python cannot read this file ({error or 'too deep'}).")
    return None
