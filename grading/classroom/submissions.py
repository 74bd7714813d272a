"""Who handed in what: the submissions of a class, before they are judged."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Student:
    """Who handed in; `key` stays the same from run to run.

    It is the platform's own id (Canvas: user id, Moodle: participant id, Classroom: login), else the folder's name.
    """

    key: str
    name: str  # as people read it: any Unicode, NFC
    platform: str = ""  # "canvas", "moodle", "classroom" or ""


@dataclass(frozen=True, slots=True)
class Submission:
    """What one student handed in once: the files of exercises that were found in it.

    `fault` says in a sentence why nothing at all could be read, `faults` (by exercise id) why one file was not.
    """

    student: Student
    source: str  # where it was found, seen from the folder of the class, with /
    files: Mapping[str, bytes]  # by exercise id; files of no exercise are left out
    faults: Mapping[str, str]
    fault: str = ""
    handed_in: str = ""  # UTC, ISO 8601, where it is known; of several the newest counts

    @property
    def digest(self) -> str:
        """The SHA-256 of all that is judged: the same content is the same submission, wherever it was found."""
        parts = [f"{name} {file_digest(content)}" for name, content in sorted(self.files.items())]
        parts += [f"{name} {why}" for name, why in sorted(self.faults.items())]
        return file_digest("\n".join([*parts, self.fault]).encode())


def file_digest(content: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
