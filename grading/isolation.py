"""What confines a child that runs a submission: as much as this system has, and in words what that is.

On Linux: Landlock, by the package `sandlock`, and namespaces; elsewhere, and where these are not allowed, resource
limits and the process group. A layer that cannot be had is named with the reason, never left out in silence.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
NAMESPACES = "namespaces (processes, network, files)"

MEMORY = 1 << 30  # bytes that are written to; as many again and more may be reserved
_ADDRESSES = 4 << 30  # bytes: each thread reserves some, and uses little of it
_FILE = 50_000_000  # bytes
_OPEN_FILES = 512
_PROCESSES = 400  # and threads
_FILES = "64m"  # all that is written, together
_SHARED_MEMORY = Path("/dev/shm")  # where the locks of `multiprocessing` are
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
# Of the system: libraries, the host 127.0.0.1, time zones.
_SYSTEM = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"),
    *("/etc/hosts", "/etc/nsswitch.conf", "/etc/localtime", "/usr/share/zoneinfo"),
)


def limit(seconds: float, *, own_users: bool) -> str:
    """Limit what this process and its descendants may use, for a run of at most `seconds`; in words.

    With `own_users` the number of processes is this child's alone; otherwise it would be that of the whole user.
    """
    most = {
        "CORE": 0,
        "CPU": int(seconds * (os.cpu_count() or 1)) + 1,
        "DATA": MEMORY,
        "AS": _ADDRESSES,
        "FSIZE": _FILE,
        "NOFILE": _OPEN_FILES,
    }
    if own_users:
        most["NPROC"] = _PROCESSES
    refused = [name for name, value in most.items() if not _limited(f"RLIMIT_{name}", value)]
    return "resource limits" + (f" (not {', '.join(refused)})" if refused else "")


def _limited(name: str, most: int) -> bool:
    try:
        resource = importlib.import_module("resource")
        kind = getattr(resource, name)
        allowed = resource.getrlimit(kind)[1]
        most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(kind, (most, most))
    except (ImportError, AttributeError, OSError, ValueError):
        return False  # Windows has none, macOS not all
    return True


def confine(box: Path) -> str:
    """Let this process and its descendants read what they need, and write to `box` alone; in words."""
    try:
        sandlock, version = _package()
    except (ImportError, OSError) as error:
        return f"no Landlock: {error}"
    abi = sandlock.landlock_abi_version()
    if abi < 1:
        return "no Landlock: the kernel has none"
    try:
        sandlock.confine(
            sandlock.Sandbox(
                fs_readable=_readable(),
                fs_writable=_existing([str(box), str(_SHARED_MEMORY), *_DEVICES]),
                allow_degraded=list(sandlock.Protection),
            )
        )
    except (OSError, sandlock.SandlockError) as error:
        return f"no Landlock: {error}"
    return f"Landlock {abi} (sandlock {version})"


def prepare() -> None:
    """Look up once what all children that are forked from this process need."""
    _readable()
    with contextlib.suppress(ImportError, OSError):
        _package()
    with contextlib.suppress(ImportError):
        importlib.import_module("resource")


@cache
def _package() -> tuple[Any, str]:
    return importlib.import_module("sandlock"), importlib.metadata.version("sandlock")


@cache
def _readable() -> list[str]:
    """The interpreter, what it may import, and the kit: but not the project, where the references are."""
    return _existing(_needed())


def _needed() -> Iterator[str]:
    yield from (*_SYSTEM, str(PACKAGE), os.path.realpath(sys.executable))
    for prefix in {sys.prefix, sys.base_prefix}:
        yield from (f"{prefix}/{part}" for part in ("bin", "lib", "lib64", "pyvenv.cfg"))
    yield from (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from (entry for entry in sys.path if entry and Path(entry) != PACKAGE.parent)


def _existing(paths: Iterable[str]) -> list[str]:
    return sorted({path for path in paths if os.path.exists(path)})


if sys.platform == "linux":
    from grading import namespaces

    adopt_orphans = namespaces.adopt_orphans

    def separate(box: Path) -> None:
        """Namespaces for the next child that this process forks; `box` is empty after this. OSError if not allowed."""
        namespaces.separate()
        for folder in (box, _SHARED_MEMORY):
            namespaces.empty(folder, _FILES)

    def settle() -> None:
        """In that child: no more than so many processes, and no power over its namespaces."""
        with contextlib.suppress(
            OSError
        ):  # before Linux 6.14; who is not root has the resource limit
            namespaces.bound_processes(_PROCESSES)
        namespaces.drop_capabilities()

    def separable() -> str | None:
        """Why no process can be separated here; None if one can. Tried in a process that ends at once."""
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                separate(Path(tempfile.gettempdir()))
                if os.fork() == 0:
                    settle()
                else:
                    os.wait()
            except OSError as error:
                os.write(writer, str(error.strerror or error).encode())
            finally:
                os._exit(0)
        os.close(writer)
        with open(reader, encoding="utf-8") as answer:
            reason = answer.read()
        os.waitpid(pid, 0)
        return reason or None
