"""Draws up the document of a picture, `threadlings/picture/v1`: a tree of executions as plain JSON.

Steps are told once each and named by their index; so are nodes, the root first. A thread's number is an index into the
names of threads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from grading.engine.trace import Execution, Failure, Step, short
from grading.engine.tree import Node, Tree
from grading.observations import SCHEMA

_WAITS = "waits for "


def draw(
    tree: Tree, words: Callable[[Failure], str], conflict: Collection[int], file: Path, why: str
) -> dict[str, Any]:
    """The document, but for what others know: `title`, `test`, `search`.

    `words` says how an execution failed, `why` what is told of the shown one; `conflict` has the numbers of the steps
    that it is about. `file` is the learner's.
    """
    drawing = _Drawing(words, conflict)
    drawing.add(tree)
    failure = tree.shown.failure
    files = {str(file), *(step.filename for step in drawing.told)}
    return {
        "schema": SCHEMA,
        "title": "",
        "test": "",
        "status": "failed" if failure else "passed",
        "claim": words(failure) if failure else "",
        "why": why,
        "search": "",
        "token": tree.shown.schedule.token,
        "files": {short(name): _text(Path(name)) for name in sorted(files)},
        "threads": drawing.threads(),
        "locks": sorted({lock for step in drawing.told for lock in step.held}),
        "steps": drawing.steps,
        "nodes": drawing.nodes,
        "path": [str(thread) for thread in tree.path],
        "executed": tree.executed,
        "all": tree.whole,
    }


class _Drawing:
    """Numbers the nodes and the steps."""

    def __init__(self, words: Callable[[Failure], str], conflict: Collection[int]) -> None:
        self._words = words
        self._conflict = conflict
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self.told: list[Step] = []
        self.steps: list[dict[str, Any]] = []
        self.nodes: list[dict[str, Any]] = []

    def add(self, tree: Tree) -> None:
        """All nodes, those of the shown execution first, so that its names of threads count."""
        shown = list(_along(tree))
        nodes = [*shown, *_others(tree.root, shown)]
        numbers = {id(node): number for number, node in enumerate(nodes)}
        for position, node in enumerate(nodes):
            conflict = self._conflict if position < len(shown) else ()
            following = {
                str(thread): None if child is None else numbers[id(child)]
                for thread, child in node.choices.items()
            }
            for thread, name in enumerate(node.end.threads if node.end else ()):
                self._names.setdefault(thread, name)
            self.nodes.append(
                {
                    **self._told(node.steps, conflict),
                    "choices": following,
                    "default": None if node.default is None else str(node.default),
                    "end": node.end and self._end(node.end),
                }
            )

    def threads(self) -> list[str]:
        """The names of the threads by their numbers; with the number behind, where several are called the same."""
        names = [self._names[number] for number in range(len(self._names))]
        count = Counter(names)
        return [
            f"{name} ({number})" if count[name] > 1 else name for number, name in enumerate(names)
        ]

    def _told(self, steps: Sequence[Step], conflict: Collection[int]) -> dict[str, list[int]]:
        """The steps by number, and which of them, by position, are accesses in conflict."""
        kept: list[Step] = []
        marked: set[int] = set()
        for step in steps:
            if kept and _says_no_more(kept[-1], step):
                kept.pop()
            if step.access is not None and step.number in conflict:
                marked.add(len(kept))
            kept.append(step)
        return {"steps": [self._number(step) for step in kept], "conflict": sorted(marked)}

    def _number(self, step: Step) -> int:
        document = _document(step)
        number = self._numbers.setdefault(repr(document), len(self.steps))
        if number == len(self.steps):
            self.steps.append(document)
            self.told.append(step)
        return number

    def _end(self, execution: Execution) -> dict[str, Any]:
        failure = execution.failure
        return {
            "failed": failure is not None,
            "message": self._words(failure) if failure else "",
            # Other kinds of failures say it themselves.
            "ending": list(execution.ending) if failure and failure.kind == "error" else [],
        }


def _along(tree: Tree) -> Iterator[Node]:
    """The nodes of the shown execution, from the root to its end."""
    node: Node | None = tree.root
    for thread in tree.path:
        assert node is not None
        yield node
        node = node.choices[thread]
    assert node is not None
    yield node


def _others(root: Node, known: Sequence[Node]) -> Iterator[Node]:
    """The nodes that are not known yet."""
    seen = set(map(id, known))
    ahead = [root]
    while ahead:
        node = ahead.pop()
        if id(node) not in seen:
            yield node
        ahead += [child for child in node.choices.values() if child is not None]


def _says_no_more(last: Step, step: Step) -> bool:
    """Whether the last step says nothing that this one does not: the operation that now waits, an equal look."""
    if last.access is None and step.access is None:
        more = not last.note and bool(step.note)
    else:
        more = last.note == step.note and step.note.startswith("reads")
    return more and _place(last) == _place(step)


def _place(step: Step) -> tuple[object, ...]:
    return step.thread, step.filename, step.line, step.held


def _document(step: Step) -> dict[str, Any]:
    access = step.access
    known = access is not None and access.name and access.value != "?"
    waits = step.note.startswith(("waits", "sleeps"))
    return {
        "t": step.thread,
        "f": short(step.filename),
        "l": step.line,
        "note": step.note,
        "sets": [access.name, access.value] if access and known else None,
        "held": list(step.held),
        "waits": waits,
        "blockedBy": step.note.removeprefix(_WAITS) if step.note.startswith(_WAITS) else "",
    }


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""  # code without a file
