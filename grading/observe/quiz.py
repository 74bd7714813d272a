"""Predictions of what can come out, and how they compare with what does."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from grading import WIDTH
from grading.index import Exercise
from grading.observations import Outcome, Outcomes
from grading.values import same
from grading.verdict import count

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_QUOTES = "'\""
_INDENT = " " * 6
_COLUMN = 14
_TOLD = 4  # outcomes of which it is told how it goes there


def code_of_interest(exercise: Exercise, file: Path) -> str:
    """What the exercise asks for, as the learner wrote it; "" of a file that cannot be read."""
    try:
        source = file.read_text(encoding="utf-8-sig")
        tree = ast.parse(source)
    except (OSError, UnicodeDecodeError, SyntaxError, ValueError):
        return ""
    wanted = {signature.partition("(")[0] for signature in exercise.defines}
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = [
        ast.get_source_segment(source, node) or ""
        for node in tree.body
        if isinstance(node, defined) and node.name in wanted
    ]
    return "\n\n".join(found)


def question(outcomes: Outcomes) -> str:
    """What is asked."""
    if outcomes.asked:
        return _wrapped(f"Which values can `{outcomes.asked}` have?")
    return "How can this test end?"


def predictions(line: str) -> list[str]:
    """The values in a line, with blanks or commas between them: `2 3 4`, `[1, 2], 'a b'`, `3 deadlock`."""
    found = [""]
    closing: list[str] = []
    for char in line:
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _BRACKETS and not (closing and closing[-1] in _QUOTES):
            closing.append(_BRACKETS[char])
        elif char in _QUOTES and not (closing and closing[-1] in _QUOTES):
            closing.append(char)
        elif not closing and (char in ",;" or char.isspace()):
            found.append("")
            continue
        found[-1] += char
    return list(dict.fromkeys(filter(None, found)))


def reveal(outcomes: Outcomes, predicted: Sequence[str] | None) -> str:
    """All outcomes, which of them were predicted, whether they are all; None where nothing was predicted."""
    rows = [
        _row(outcome, outcomes, predicted, tells=number < _TOLD)
        for number, outcome in enumerate(outcomes.found)
    ]
    if outcomes.left_out:
        rows.append(f"  and {outcomes.left_out} more")
    heading = f"  {'what comes out':<{_COLUMN}}  {'':<5}  {'schedules':>12}  {'':<13}  one of them"
    parts = ["\n".join([heading, *rows])]
    if predicted:
        wrong = [p for p in predicted if not any(_means(p, o) for o in outcomes.found)]
        parts.append("\n".join(_never(each, outcomes) for each in wrong))
    parts += [_how_far(outcomes), _meaning(outcomes)]
    return "\n\n".join(part for part in parts if part)


def _row(outcome: Outcome, outcomes: Outcomes, predicted: Sequence[str] | None, tells: bool) -> str:
    """What came out, how often, and by which schedule; then, if it `tells`, how it goes there."""
    guessed = any(_means(each, outcome) for each in predicted or ())
    mark = "" if predicted is None else "you said so" if guessed else "you missed it"
    often = f"{outcome.count} of {outcomes.executed}"
    right = "right" if outcome.right else "wrong"
    named = _named(outcome)
    rest = "  ".join([right, f"{often:>12}", f"{mark:<13}"])
    room = WIDTH - len(f"  {'':<{_COLUMN}}  {rest}  ")
    rest += f"  {outcome.token}" if len(outcome.token) <= room else f"\n{_INDENT}{outcome.token}"
    if len(named) > _COLUMN:
        first = textwrap.fill(named, WIDTH, initial_indent="  ", subsequent_indent="  ")
        line = f"{first}\n  {'':<{_COLUMN}}  {rest}"
    else:
        line = f"  {named:<{_COLUMN}}  {rest}"
    return "\n".join([line, *(_listed(outcome.how) if tells else ())])


def _listed(how: Sequence[str]) -> list[str]:
    """What happens one after the other, each whole on its line."""
    text = "; ".join(each.replace(" ", "\0") for each in how)
    lines = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\0", " ") for line in lines]


def _named(outcome: Outcome) -> str:
    match outcome.kind:
        case "value":
            return outcome.value
        case "error":
            return f"error ({outcome.value})"
        case "earlier":
            return f"{outcome.called}: {outcome.value}, and no further"
        case "nothing":
            return "it ends"
    return outcome.kind


def _means(prediction: str, outcome: Outcome) -> bool:
    """Whether somebody who predicted this predicted that."""
    text = prediction.lower()
    if outcome.kind == "error":
        return text in ("error", outcome.value.lower())
    if outcome.kind != "value":
        return text in outcome.kind.split() or text == outcome.kind
    if prediction == outcome.value:
        return True
    with suppress(ValueError, SyntaxError, MemoryError, RecursionError):
        return same(ast.literal_eval(prediction), ast.literal_eval(outcome.value))
    return False


def _never(prediction: str, outcomes: Outcomes) -> str:
    if outcomes.complete:
        return f"  {prediction:<{_COLUMN}}  you said so, but it cannot come out, whoever goes first"
    return f"  {prediction:<{_COLUMN}}  you said so, but it did not come out so far"


def _how_far(outcomes: Outcomes) -> str:
    if outcomes.complete and outcomes.executed == 1:
        return _wrapped(
            "That is all: no two threads of this test are ever at work at the same time."
        )
    number = count(outcomes.executed, "schedule")
    if outcomes.complete:
        return _wrapped(f"That is all: every interleaving that can matter was executed ({number}).")
    return _wrapped(f"That is what {number} gave; there may be more, as not all could be executed.")


def _meaning(outcomes: Outcomes) -> str:
    if len(outcomes.found) != 1 or outcomes.executed == 1 or not outcomes.complete:
        return ""
    if outcomes.found[0].right:
        return _wrapped(
            "One result, whoever goes first: nothing is left to chance. That is what it takes for code with "
            "threads to be right."
        )
    return _wrapped("One result, whoever goes first: it is wrong, but not because of the order.")


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH)
