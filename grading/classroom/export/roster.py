"""Finds the rows of a platform's list that are the students of a gradebook."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from grading.classroom.export.base import CannotExport
from grading.classroom.export.sheet import Sheet
from grading.classroom.export.tally import Tally
from grading.classroom.submissions import Student


class Roster:
    """The people of a list. A person may have several rows, and is told from others by an identity."""

    def __init__(self, sheet: Sheet) -> None:
        self._file = sheet.file.name
        self._rows: defaultdict[str, list[int]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self._known: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, row: int, identity: str, name: str, known_as: Iterable[tuple[str, str]]) -> None:
        """Enters a row; `known_as` are pairs such as ("email", "jane@example.org"). Empty values are left out."""
        self._rows[identity].append(row)
        self._names[identity] = name
        for kind, value in [*known_as, ("name", _in_any_order(name))]:
            if value.strip():
                self._known[kind, _same(value)].add(identity)

    def match(
        self, tallies: Iterable[Tally], kinds_of: Callable[[Student], Collection[str]]
    ) -> tuple[dict[int, Tally], list[str]]:
        """The rows of the students, and in sentences who was not found. Nobody gets what may be another's.

        A student is known by the key, taken as each of the kinds, and by the name if "name" is among them.
        Raises CannotExport if there is not one of them in the list.
        """
        claims: defaultdict[str, list[Tally]] = defaultdict(list)
        notes = []
        for each in tallies:
            found = self._find(each.student, kinds_of(each.student))
            if len(found) == 1:
                claims[found.pop()].append(each)
            elif found:
                names = _listed(self._names[identity] for identity in found)
                notes.append(
                    f"{each.who} may be any of {names} in {self._file}: no grade was entered."
                )
            else:
                notes.append(f"{each.who} is not in {self._file}: no grade was entered.")
        if not claims:
            raise CannotExport(
                f"None of the gradebook's students is in {self._file}: is it the list of this course?"
            )
        for identity, claimants in claims.items():
            if len(claimants) > 1:
                who = _listed(each.who for each in claimants)
                notes.append(
                    f"{who} may all be {self._names[identity]} in {self._file}: no grade was entered."
                )
        if missing := [name for identity, name in self._names.items() if identity not in claims]:
            notes.append(f"{self._file} has people of whom nothing was graded: {_listed(missing)}.")
        sure = {identity: found[0] for identity, found in claims.items() if len(found) == 1}
        return {row: each for identity, each in sure.items() for row in self._rows[identity]}, notes

    def _find(self, student: Student, kinds: Collection[str]) -> set[str]:
        by_key = set[str]().union(
            *(
                self._known.get((kind, _same(student.key)), set())
                for kind in kinds
                if kind != "name"
            )
        )
        by_name = (
            self._known.get(("name", _same(_in_any_order(student.name))), set())
            if "name" in kinds
            else set[str]()
        )
        return by_key & by_name or by_key | by_name


def _same(value: str) -> str:
    """What two writings of the same have in common."""
    return unicodedata.normalize("NFKC", " ".join(value.split())).casefold()


def _in_any_order(name: str) -> str:
    """One name for "Doe, Jane" and "Jane Doe"."""
    return " ".join(sorted(name.replace(",", " ").split(), key=_same))


def _listed(names: Iterable[str]) -> str:
    return "; ".join(sorted(names))
