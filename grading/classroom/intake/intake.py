"""A class's submissions, one after the other: `Intake` and its only error."""

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import click

from grading.classroom.intake.archives import CLASS, STUDENT, opened
from grading.classroom.intake.clones import commit_time
from grading.classroom.intake.entries import (
    Entry,
    Listing,
    Tree,
    Unreadable,
    is_archive,
    is_foreign,
    visible,
    within,
)
from grading.classroom.intake.folders import Folder
from grading.classroom.intake.layout import EXPECTED, where_students_are
from grading.classroom.intake.picking import Picked, pick
from grading.classroom.intake.platforms import Class, HandedIn, students
from grading.classroom.submissions import Submission
from grading.index import Exercise

# Of a student's archives together, as they are held in memory.
PACKED = 64 * 1024**2
# Each may take as much room as an archive may when it is inflated.
ARCHIVES = 10
_FOREIGN = "is an archive of a kind that is not read: hand in a zip or a tar"


class NothingToGrade(click.UsageError):
    """The path holds no class's submissions; one sentence says what is expected instead."""


class Intake:
    """What a platform gave out for a class: a folder or an archive. `notes` says what is left out.

    Iterating reads one submission at a time, by the students' names and then the time. Whatever is
    wrong with one is said in it. Raises NothingToGrade, as making it does.
    """

    def __init__(self, path: Path, exercises: Sequence[Exercise]) -> None:
        self._path = path
        self._exercises = exercises
        with self._opened() as (_, found):
            self._count = len(found.handed_in)
            self.notes = tuple(found.notes)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Submission]:
        with self._opened() as (tree, found):
            for _, group in groupby(found.handed_in, lambda each: each.student):
                several = [(_handed_in_at(tree, each), each) for each in group]
                for when, handed_in in sorted(several, key=lambda pair: (pair[0], pair[1].source)):
                    yield self._submission(tree, handed_in, when)

    @contextmanager
    def _opened(self) -> Iterator[tuple[Tree, Class]]:
        name = visible(self._path.name or str(self._path))
        with ExitStack() as stack:
            try:
                tree = self._tree(name, stack)
                base = where_students_are(tree, self._exercises)
                course = base.rpartition("/")[2] or self._path.resolve().name
                found = students(tree, base, course)
            except Unreadable as fault:
                raise NothingToGrade(f"{name} {fault}.") from fault
            if not found.handed_in:
                raise NothingToGrade(f"{name} holds no submissions: give {EXPECTED}.")
            yield tree, found

    def _tree(self, name: str, stack: ExitStack) -> Tree:
        if self._path.is_dir():
            return Folder(self._path)
        if not (self._path.is_file() and is_archive(self._path.name)):
            state = "is no folder, zip or tar" if self._path.exists() else "is not there"
            raise NothingToGrade(f"{name} {state}: give {EXPECTED}.")
        try:
            stream = stack.enter_context(self._path.open("rb"))
        except OSError as error:
            raise Unreadable(f"cannot be opened ({error.strerror})") from error
        return stack.enter_context(opened(self._path.name, stream, CLASS))

    def _submission(self, tree: Tree, handed_in: HandedIn, when: str) -> Submission:
        with ExitStack() as stack:
            try:
                picked = pick(self._exercises, _entries(tree, handed_in, stack))
            except Unreadable as fault:
                picked = Picked(fault=f"{handed_in.source} {fault}.")
        broken = [part for part in handed_in.parts if part.fault]
        if broken and not (picked.files or picked.faults or picked.fault):
            picked.fault = f"{handed_in.source} {broken[0].fault}."
        return Submission(
            handed_in.student, handed_in.source, picked.files, picked.faults, picked.fault, when
        )


def _entries(tree: Tree, handed_in: HandedIn, stack: ExitStack) -> Iterator[Entry]:
    """All files of a submission, also those in its archives, which stay open as long as the stack."""
    room = PACKED
    count = 0
    for entry in _outer_entries(tree, handed_in):
        if "/" in entry.path or handed_in.is_clone or entry.fault:
            yield entry
        elif is_foreign(entry.name):
            yield replace(entry, fault=_FOREIGN)
        elif not is_archive(entry.name):
            yield entry
        elif count == ARCHIVES:
            yield replace(entry, fault=f"is not read after {ARCHIVES} others: hand in one archive")
        else:
            count += 1
            try:
                packed = entry.read(room)
                listing = stack.enter_context(opened(entry.name, io.BytesIO(packed), STUDENT))
            except Unreadable as fault:
                yield replace(entry, fault=str(fault))
                continue
            room -= len(packed)
            yield from _inner_entries(entry, listing)


def _outer_entries(tree: Tree, handed_in: HandedIn) -> Iterator[Entry]:
    for part in handed_in.parts:
        if not part.is_folder:
            yield part
            continue
        for entry in tree.walk(part.path):
            is_itself = entry.path == part.path
            path = handed_in.source if is_itself else within(entry.path, part.path)
            yield replace(entry, path=path)


def _inner_entries(archive: Entry, listing: Listing) -> Iterator[Entry]:
    for entry in listing.walk(""):
        yield replace(entry, path=f"{archive.path}/{entry.path}", version=archive.version)


def _handed_in_at(tree: Tree, handed_in: HandedIn) -> str:
    """The newest of its times, in UTC: the last commit's, else of Python files and archives."""
    times: list[float] = []
    for part in handed_in.parts:
        place = tree.clone(part.path) if handed_in.is_clone else None
        if place and (committed := commit_time(place)):
            return _utc(committed)
        times += _times(tree, part)
    return _utc(max(times)) if times else ""


def _times(tree: Tree, part: Entry) -> list[float]:
    try:
        entries = list(tree.walk(part.path)) if part.is_folder else [part]
    except Unreadable:  # it will be said when the submission is read
        return []
    ours = [entry for entry in entries if entry.name.endswith(".py") or is_archive(entry.name)]
    return [entry.modified for entry in ours if entry.modified is not None]


def _utc(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):  # the header of a tar may say anything
        return ""
