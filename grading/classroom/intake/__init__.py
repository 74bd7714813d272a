"""Reads what the platforms give out: student after student, and never further than the limits.

Nothing that a student made is trusted: it is read in memory, never unpacked, and links are never
followed. What cannot be taken is said in one sentence, and the neighbours do not notice.
"""

from grading.classroom.intake.intake import Intake, NothingToGrade
from grading.classroom.intake.own import as_tree

__all__ = ["Intake", "NothingToGrade", "as_tree"]
