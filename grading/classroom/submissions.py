"""What a class hands in, whatever platform it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Student:
    """Who handed in.

    `key` is the platform's own id (Canvas user id, Moodle participant id, login), else the
    folder's name; it stays the same from run to run.
    """

    key: str
    name: str  # as people read it; any Unicode, NFC
    platform: str = ""  # "canvas", "moodle", "classroom" or ""


@dataclass(frozen=True, slots=True)
class Submission:
    """What one student handed in once: the files of exercises that were found in it."""

    student: Student
    source: str  # where it was found, seen from SUBMISSIONS, with /
    files: Mapping[str, bytes]  # by exercise id; files of no exercise are left out
    faults: Mapping[str, str]  # by exercise id: why this file could not be taken, one sentence each
    fault: str = ""  # why nothing at all could be read (a broken archive ...), one sentence
    handed_in: str = ""  # UTC, ISO 8601, where it is known; of several the newest counts
