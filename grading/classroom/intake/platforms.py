"""Whose is what: tells students by the names that the platforms give to folders and files.

Canvas: `lib/content_zipper.rb`; the last number is the id of the file, which grows with each upload.
Moodle: `download_submissions` of `mod/assign/locallib.php`; with and without a folder for each.
"""

import re
from dataclasses import dataclass, field, replace

from grading.classroom.intake.entries import (
    Entry,
    Tree,
    is_archive,
    is_foreign,
    visible,
    within,
    without_ending,
)
from grading.classroom.submissions import Student

CANVAS = re.compile(
    r"(?:(?P<name>[^/]*?)_)??(?:LATE_)?(?P<key>[0-9]+|anon_[^_/]+)"
    r"_(?P<upload>[0-9]{1,18})_(?P<file>[^/]+)"
)
MOODLE = re.compile(
    r"(?P<name>[^/]*)_(?P<key>[0-9]+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<file>[^/]*))?"
)
_RESUBMITTED = re.compile(r"-([0-9]{1,9})\.[^/]+$")
NOBODYS = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}


@dataclass(slots=True)
class HandedIn:
    """What belongs together: of a platform with ids all of a student, else one folder or archive.

    Parts that are folders have their path in the tree; the others that in the submission.
    """

    student: Student
    source: str
    parts: list[Entry] = field(default_factory=list)
    is_clone: bool = False


@dataclass(slots=True)
class Class:
    """All that was handed in, in order, and sentences on what is nobody's."""

    handed_in: list[HandedIn]
    notes: list[str]


def students(tree: Tree, base: str, course: str) -> Class:
    """What lies in this folder of the tree, by student. Raises Unreadable.

    `course` is the folder's name, from which the assignment is told that clones have in front.
    """
    found: dict[tuple[str, str], HandedIn] = {}
    notes: list[str] = []
    for entry in tree.children(base):
        name = within(entry.path, base)
        if name in NOBODYS:
            continue
        of_moodle, of_canvas = MOODLE.fullmatch(name), CANVAS.fullmatch(name)
        leads_out = "/" in name
        if leads_out or not (of_moodle or of_canvas or can_be_a_students(entry)):
            notes.append(
                f"{visible(name)} is left out: it is no folder and no archive of a student."
            )
        elif of_moodle and of_moodle["plugin"] != "file":
            notes.append(f"{visible(name)} is left out: only files that were handed in are read.")
        elif of_moodle:
            _add_moodle(found, entry, of_moodle)
        elif of_canvas and not entry.is_folder:
            _add_canvas(found, entry, of_canvas)
        else:
            _add_plain(found, tree, entry, course)
    order = sorted(
        found.values(), key=lambda each: (each.student.name, each.student.key, each.source)
    )
    return Class(order, notes)


def can_be_a_students(entry: Entry) -> bool:
    """Whether this is a folder or an archive, or stands in place of one, and is no tool's."""
    is_packed = is_archive(entry.name) or is_foreign(entry.name)
    is_tools = entry.name in NOBODYS or entry.name.startswith(".")
    return (entry.is_folder or is_packed or bool(entry.fault)) and not is_tools


def _add_moodle(found: dict[tuple[str, str], HandedIn], entry: Entry, match: re.Match[str]) -> None:
    student = _student(match["key"], match["name"], "moodle")
    handed_in = found.setdefault(("moodle", student.key), _empty(student, entry))
    path = match["file"] or entry.name
    handed_in.parts.append(entry if entry.is_folder else replace(entry, path=path))


def _add_canvas(found: dict[tuple[str, str], HandedIn], entry: Entry, match: re.Match[str]) -> None:
    student = _student(match["key"], match["name"] or "", "canvas")
    handed_in = found.setdefault(("canvas", student.key), _empty(student, entry))
    if handed_in.parts:
        handed_in.source = visible(entry.path[: match.start("upload") - len(entry.name)] + "*")
    again = _RESUBMITTED.search(match["file"])
    version = (int(again[1]) if again else 0, int(match["upload"]))
    handed_in.parts.append(replace(entry, path=match["file"], version=version))


def _add_plain(
    found: dict[tuple[str, str], HandedIn], tree: Tree, entry: Entry, course: str
) -> None:
    is_clone = entry.is_folder and tree.clone(entry.path) is not None
    key = entry.name if entry.is_folder else without_ending(entry.name)
    if is_clone:
        key = key.removeprefix(f"{course.removesuffix('-submissions')}-") or key
    student = _student(key, key, "classroom" if is_clone else "")
    part = entry if entry.is_folder else replace(entry, path=entry.name)
    found["", entry.path] = HandedIn(student, visible(entry.path), [part], is_clone)


def _empty(student: Student, entry: Entry) -> HandedIn:
    return HandedIn(student, visible(entry.path))


def _student(key: str, name: str, platform: str) -> Student:
    key = visible(key)
    return Student(key, visible(name).strip() or key.strip() or "(no name)", platform)
