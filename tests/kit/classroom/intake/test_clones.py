import os
import subprocess
from pathlib import Path

import pytest

from grading.classroom.intake import clones
from grading.classroom.intake.clones import commit_time
from tests.kit.classroom.intake.packing import folder

DATE = 1_700_000_000
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_COMMITTER_DATE": f"@{DATE} +0900",
    "GIT_AUTHOR_DATE": "@1 +0000",
}


def git(place: Path, *arguments: str, given: bytes = b"") -> bytes:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *who, *arguments]
    return subprocess.run(
        command, cwd=place, env=ENVIRONMENT, check=True, capture_output=True, input=given
    ).stdout


@pytest.fixture
def clone(tmp_path) -> Path:
    place = folder(tmp_path / "hw-ada", {"counter.py": b"x = 1\n"})
    git(place, "init", "-b", "main")
    git(place, "add", ".")
    git(place, "commit", "-m", "done")
    return place


def test_the_time_is_that_of_the_newest_commit(clone):
    assert commit_time(clone) == DATE


def test_the_time_is_also_found_in_packed_objects_and_references(clone):
    git(clone, "pack-refs", "--all")
    git(clone, "gc", "-q")
    assert not (clone / ".git/refs/heads/main").exists()
    assert commit_time(clone) == DATE


def test_a_head_that_is_on_no_branch_counts(clone):
    git(clone, "checkout", "-q", "--detach")
    assert commit_time(clone) == DATE


def test_a_clones_own_configuration_runs_nothing(clone, tmp_path):
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/was-run'\n")
    program.chmod(0o755)
    head, _, message = git(clone, "cat-file", "commit", "HEAD").partition(b"\n\n")
    signature = b"-----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = head + b"\ngpgsig " + signature + b"\n\n" + message
    commit = git(clone, "hash-object", "-t", "commit", "-w", "--stdin", given=signed)
    git(clone, "update-ref", "HEAD", commit.decode().strip())
    for key in ("core.fsmonitor", "core.pager", "gpg.program", "core.sshCommand"):
        git(clone, "config", key, str(program))
    git(clone, "config", "log.showSignature", "true")
    assert commit_time(clone) == DATE
    assert not (tmp_path / "was-run").exists()


@pytest.mark.parametrize(
    "head", ["", "ref: refs/heads/../../../secret", "ref: refs/heads/none", "--output=x", "0" * 40]
)
def test_a_head_that_names_no_commit_has_no_time(clone, head):
    (clone / ".git/HEAD").write_text(head)
    assert commit_time(clone) is None


def test_a_pipe_in_place_of_the_head_is_not_waited_for(clone):
    (clone / ".git/HEAD").unlink()
    os.mkfifo(clone / ".git/HEAD")
    assert commit_time(clone) is None


def test_objects_that_are_elsewhere_are_not_read(clone):
    objects = clone / ".git/objects"
    objects.rename(clone.parent / "elsewhere")
    objects.symlink_to(clone.parent / "elsewhere")
    assert commit_time(clone) is None


def test_without_git_there_is_no_time(clone, monkeypatch):
    monkeypatch.setattr(clones.shutil, "which", lambda _name: None)
    assert commit_time(clone) is None


def test_a_git_that_does_not_end_is_not_waited_for(clone, monkeypatch):
    def hang(command, **options):
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(clones.subprocess, "run", hang)
    assert commit_time(clone) is None
