"""Namespaces of the Linux kernel for one child: processes, network and files of its own, gone when it is.

Called in processes of one thread. Each function raises OSError where the system does not allow it.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
from pathlib import Path

# As in linux/sched.h, linux/mount.h, linux/prctl.h, linux/capability.h, linux/sockios.h.
_NEW_MOUNTS, _NEW_IPC, _NEW_USERS = 0x00020000, 0x08000000, 0x10000000
_NEW_PIDS, _NEW_NETWORK = 0x20000000, 0x40000000
_NO_SETUID, _NO_DEVICES, _RECURSIVE, _PRIVATE = 0x2, 0x4, 0x4000, 0x40000
_SET_SUBREAPER = 36
_CAPABILITIES_3 = 0x20080522
_SET_FLAGS, _UP = 0x8914, 0x1

_libc = ctypes.CDLL(None, use_errno=True)


def separate() -> None:
    """Give this process a network of its own, with nothing but 127.0.0.1, and its next child processes of its own.

    That child is the first of them, all of which end with it. Other users can be none of theirs either.
    """
    user, group = os.getuid(), os.getgid()
    _check(_libc.unshare(_NEW_USERS | _NEW_PIDS | _NEW_NETWORK | _NEW_IPC | _NEW_MOUNTS))
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP))
    _check(_libc.mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None))


def empty(folder: Path, size: str) -> None:
    """Empty the folder in the eyes of a separate process: what is written there is in memory, within `size` (`64m`)."""
    options = f"size={size},nr_inodes=4k,mode=700".encode()
    flags = _NO_SETUID | _NO_DEVICES
    _check(_libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", flags, options))


def bound_processes(most: int) -> None:
    """No more than so many processes and threads in the namespace of this one."""
    Path("/proc/sys/kernel/pid_max").write_text(str(most))


def adopt_orphans() -> None:
    """Become the parent of descendants whose own parent ends, so that they can be found."""
    _check(_libc.prctl(_SET_SUBREAPER, 1, 0, 0, 0))


def drop_capabilities() -> None:
    """Give up what a namespace of users has given."""
    header = struct.pack("Ii", _CAPABILITIES_3, 0)
    _check(_libc.capset(header, bytes(24)))


def _check(result: int) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
