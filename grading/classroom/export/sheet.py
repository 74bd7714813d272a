"""A CSV file that a platform gave out, of which all that is not set stays as it was, byte by byte."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from grading.classroom.export.base import CannotExport

_BOM = "\ufeff"
_DELIMITERS = ",;\t"


class Sheet:
    """Rows of cells; `file` is where they came from. Row 0 is the header."""

    def __init__(self, file: Path) -> None:
        """Reads the file. Raises CannotExport."""
        try:
            text = file.read_bytes().decode("utf-8")
        except OSError as error:
            raise CannotExport(f"{file} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CannotExport(
                f"{file} is not UTF-8: export it again from the platform."
            ) from error
        self.file = file
        self._bom = _BOM if text.startswith(_BOM) else ""
        body = text.removeprefix(_BOM)
        self._delimiter = max(_DELIMITERS, key=lambda each: len(next(_rows(body, each), [])))
        self._raw: list[list[str]] = []  # as in the file, with quotation marks; then the row's end
        for row in _rows(body, self._delimiter):
            self._raw.append(row)
            if any(cell.startswith('"') and _after(cell) is None for cell in row):
                line = len("".join(map("".join, self._raw)).splitlines())
                raise CannotExport(f"{file}, line {line}: a quotation mark is not closed.")
        if not self._raw:
            raise CannotExport(f"{file} is empty: export it again from the platform.")

    def __len__(self) -> int:
        return len(self._raw)

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [self.value(0, column) for column in range(len(self._raw[0]) - 1)]

    def value(self, row: int, column: int) -> str:
        """What a cell says; nothing, where the row is too short."""
        raw = self._raw[row][column] if column < len(self._raw[row]) - 1 else ""
        if not raw.startswith('"'):
            return raw
        rest = _after(raw) or ""
        return raw[1 : len(raw) - len(rest) - 1].replace('""', '"') + rest

    def set(self, row: int, column: int, text: str) -> None:
        """Lets a cell say this; the row is made long enough."""
        cells = self._raw[row]
        cells[-1:-1] = [""] * (column + 2 - len(cells))
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=self._delimiter).writerow([text, ""])
        cells[column] = buffer.getvalue().removesuffix(f"{self._delimiter}\r\n")

    def add_column(self, name: str) -> int:
        """A new last column, empty in each row that is not; its number."""
        column = len(self._raw[0]) - 1
        for row, cells in enumerate(self._raw):
            if cells[:-1] != [""]:
                self.set(row, column, "")
        self.set(0, column, name)
        return column

    def __str__(self) -> str:
        rows = (self._delimiter.join(cells[:-1]) + cells[-1] for cells in self._raw)
        return self._bom + "".join(rows)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Each row's cells as they are in the text, and after them what ends the row."""
    pattern = re.compile(rf'((?:"(?:[^"]|"")*")?[^{delimiter}\r\n]*)({delimiter}|\r\n|\n|\r|\Z)')
    place, row = 0, list[str]()
    while place < len(text) or row:
        found = pattern.match(text, place)
        assert found  # an empty cell matches anywhere
        place = found.end()
        row.append(found[1])
        if found[2] != delimiter:
            yield [*row, found[2]]
            row = []


def _after(raw: str) -> str | None:
    """What follows the quotation of a cell; None if it is not closed."""
    found = re.fullmatch(r'"(?:[^"]|"")*"([^"].*)?', raw, re.DOTALL)
    return (found[1] or "") if found else None
