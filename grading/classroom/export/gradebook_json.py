"""Everything that counts in a gradebook, for programs: `threadlings/gradebook/v1`, see `gradebook.schema.json`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from grading.classroom.export.base import Options, write_all
from grading.classroom.records import Graded

SCHEMA = "threadlings/gradebook/v1"


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the document, a student a line. Raises CannotExport."""
    write_all(_lines(grades), options.out)
    return []


def _lines(grades: Iterable[Graded]) -> Iterator[str]:
    yield f'{{"schema": {json.dumps(SCHEMA)}, "students": ['
    for number, graded in enumerate(grades):
        yield ",\n" if number else "\n"
        yield json.dumps(_student(graded))
    yield "\n]}\n"


def _student(graded: Graded) -> dict[str, Any]:
    return {
        **asdict(graded.student),
        "source": graded.source,
        "handed_in": graded.handed_in or None,
        "graded_at": graded.graded_at or None,
        "fault": graded.fault,
        "conditions": [asdict(conditions) for conditions in graded.conditions],
        "result": graded.result.to_json(),
    }
