"""Where in a folder or an archive the students are, and whether it is a class at all."""

from collections.abc import Sequence

from grading.classroom.intake.entries import Entry, Listing, Tree, Unreadable
from grading.classroom.intake.platforms import CANVAS, MOODLE, can_be_a_students
from grading.index import Exercise

EXPECTED = "a folder, a zip or a tar with one folder or archive for each student"


def where_students_are(tree: Tree, exercises: Sequence[Exercise]) -> str:
    """The folder of the tree in which students are: "", or the only one, where it is but a wrapper.

    Raises Unreadable if it is the work of one student.
    """
    children = tree.children("")
    if work := _work_of_one(tree, children, exercises):
        raise Unreadable(
            f"is the work of one student, as it holds {work}: give {EXPECTED}, "
            "or score it with `nox -s grade -- FOLDER`"
        )
    students = _students(children)
    if len(students) != 1 or not students[0].is_folder or _is_of_a_platform(tree, students[0]):
        return ""
    wrapper = students[0].path
    try:
        inner = tree.children(wrapper)
    except Unreadable:  # what it is will be said when the student is read
        return ""
    if _work_of_one(tree, inner, exercises):
        return ""
    # Archives of a class have its folder in them; a folder given by hand is the right one.
    is_packed = isinstance(tree, Listing) and len(_students(inner)) > 1
    return wrapper if is_packed or any(_is_of_a_platform(tree, each) for each in inner) else ""


def _work_of_one(tree: Tree, children: Sequence[Entry], exercises: Sequence[Exercise]) -> str:
    """What shows that a student's exercises lie directly here, else ""."""
    topics = {exercise.topic for exercise in exercises}
    files = {f"{exercise.stem}.py" for exercise in exercises}
    for entry in children:
        if entry.is_folder and entry.name in topics:
            return entry.name
        if entry.is_folder and entry.name == "exercises":
            if topics & {inner.name for inner in tree.children(entry.path)}:
                return entry.name
        elif entry.name in files and not _students(children):
            return entry.name
    return ""


def _students(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if can_be_a_students(entry)]


def _is_of_a_platform(tree: Tree, entry: Entry) -> bool:
    if entry.is_folder:
        return bool(MOODLE.fullmatch(entry.name)) or tree.clone(entry.path) is not None
    return bool(MOODLE.fullmatch(entry.name) or CANVAS.fullmatch(entry.name))
