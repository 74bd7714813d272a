"""A watch that prints lines, as a process of its own in a copy of the kit."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from grading.classroom.kit_copy import copy_kit
from tests.kit.watch.conftest import PATIENCE, mistake, reference

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
STUB = Path("exercises/03_locks/counter.py")


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    kit = tmp_path_factory.mktemp("copy") / "kit"
    copy_kit(kit)
    return kit


class Watch:
    """A running watch, whose lines can be waited for."""

    def __init__(self, kit):
        self.kit = kit
        command = [sys.executable, "-u", "-m", "grading", "watch", "counter"]
        streams = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.STDOUT,
        }
        # Whoever runs the tests in the background may have interrupts ignored, which children inherit.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self.process = subprocess.Popen(
                command, cwd=kit, **streams, text=True, encoding="utf-8", start_new_session=True
            )
        finally:
            signal.signal(signal.SIGINT, before)
        self._lines = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def until(self, part):
        """The lines up to the first that contains `part`."""
        lines = []
        while part not in "\n".join(lines[-1:]) or not lines:
            line = self._lines.get(timeout=PATIENCE)
            assert line is not None, "\n".join(lines)
            lines.append(line)
        return lines

    def rest(self):
        """The lines up to its end."""
        return list(iter(lambda: self._lines.get(timeout=PATIENCE), None))

    def save(self, content):
        (self.kit / STUB).write_bytes(content)


@pytest.fixture
def watch(kit):
    (kit / STUB).write_bytes(mistake("busy_flag"))
    watch = Watch(kit)
    yield watch
    watch.process.kill()
    watch.process.wait()


def test_a_verdict_is_printed_for_each_save(watch):
    seen = watch.until("03_locks/counter: not yet: 2 of 10 points")
    assert seen[0].startswith(f"Watching {STUB.as_posix()}")
    assert seen.count("expected  4") == 1  # though it was judged at a glance and by everything
    watch.save(reference())
    done = watch.until("Next:")
    assert "03_locks/counter: done: 10 of 10 points" in done
    assert done[-1].endswith("-s watch -- 03_locks/account") or done[-1].startswith("Next:")
    watch.save(b"x = (")
    assert "line 1: Python cannot read this line" in watch.until("Mend it")[-1]
    (watch.kit / STUB).unlink()
    watch.until("is missing")


@POSIX
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 0), ("SIGTERM", 143)])
def test_it_ends_quietly_and_leaves_no_process(watch, name, code):
    watch.until("not yet: 2 of 10 points")
    os.kill(watch.process.pid, getattr(signal, name))
    assert watch.rest() == []
    assert watch.process.wait(timeout=PATIENCE) == code
    assert_no_process_of(watch.kit)


@POSIX
def test_no_process_is_left_when_it_is_killed(watch):
    watch.save(b"counter = 0\ndef bump(times):\n    10 ** 10 ** 10\n")
    watch.until("Watching")
    watch.process.kill()
    watch.process.wait()
    assert_no_process_of(watch.kit)


def assert_no_process_of(kit):
    """Waits until there is none. Every process of the kit has its folder among its arguments."""
    while any(str(kit).encode() in _arguments(each) for each in Path("/proc").glob("[0-9]*")):
        time.sleep(0.05)


def _arguments(process):
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""
