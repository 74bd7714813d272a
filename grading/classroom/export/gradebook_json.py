"""Everything that counts in a gradebook, for programs: `threadlings/gradebook/v1`, see `gradebook.schema.json`."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from grading.classroom.export.base import Options, write
from grading.classroom.records import Graded

SCHEMA = "threadlings/gradebook/v1"


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the document. Raises CannotExport."""
    document = {"schema": SCHEMA, "students": [_student(graded) for graded in grades]}
    write(json.dumps(document, indent=2) + "\n", options.out)
    return []


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
