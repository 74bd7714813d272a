"""When a git working tree was last committed to, without trusting its configuration.

`git log` in a folder obeys the folder's own configuration, which can name programs to run. So git
works in an empty repository of ours and only borrows the objects.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from grading.classroom.intake.entries import Unreadable
from grading.classroom.intake.folders import read_start

_SECONDS = 10
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHORT = 1024
_PACKED = 4 * 1024**2


def commit_time(clone: Path) -> int | None:
    """The newest commit's time, in seconds since 1970; None without git or where it is not told."""
    git = shutil.which("git")
    commit = _head(clone / ".git")
    objects = clone / ".git" / "objects"
    if not git or not commit or objects.is_symlink():
        return None
    with TemporaryDirectory() as own:
        (Path(own) / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
        (Path(own) / "refs").mkdir()
        environment = {
            **os.environ,
            "GIT_DIR": own,
            "GIT_OBJECT_DIRECTORY": str(objects.resolve()),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_NO_LAZY_FETCH": "1",
        }
        command = [git, "log", "-1", "--format=%ct", commit]
        try:
            ended = subprocess.run(
                command,
                env=environment,
                cwd=own,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
    text = ended.stdout.strip()
    return int(text) if re.fullmatch(rb"[0-9]{1,12}", text) else None


def _head(git: Path) -> str:
    """The commit that HEAD names, directly or by a branch, loose or packed; else ""."""
    try:
        head = _text(git / "HEAD", _SHORT)
        if not head.startswith("ref: refs/heads/") or ".." in head:
            return head if _COMMIT.fullmatch(head) else ""
        branch = head.removeprefix("ref: ")
        try:
            commit = _text(git / branch, _SHORT)
        except Unreadable:
            lines = map(str.split, _text(git / "packed-refs", _PACKED).splitlines())
            commit = next((line[0] for line in lines if line[1:] == [branch]), "")
    except Unreadable:
        return ""
    return commit if _COMMIT.fullmatch(commit) else ""


def _text(file: Path, limit: int) -> str:
    return read_start(file, limit).decode("utf-8", "replace").strip()
