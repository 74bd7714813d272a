import copy

import pytest

from grading import observations
from grading.report import readable

STEP = {
    "t": 0,
    "f": "x.py",
    "l": 3,
    "note": "reads n = 0",
    "sets": ["n", "0"],
    "held": ["lock"],
    "waits": False,
    "blockedBy": "",
}
END = {"failed": True, "message": "got 1", "ending": []}
DOCUMENT = {
    "schema": "threadlings/picture/v1",
    **dict.fromkeys(("title", "test", "claim", "why", "search"), ""),
    "status": "failed",
    "token": "13.1",
    "files": {"x.py": "n = 0\n"},
    "threads": ["the test", "A"],
    "locks": ["lock"],
    "steps": [STEP],
    "nodes": [
        {
            "steps": [0],
            "conflict": [0],
            "choices": {"0": None, "1": 1},
            "default": "0",
            "end": None,
        },
        {"steps": [], "conflict": [], "choices": {}, "default": None, "end": END},
    ],
    "path": ["1"],
    "executed": 1,
    "all": False,
}


def test_a_picture_comes_back_as_it_is():
    assert observations.picture(DOCUMENT, readable) == DOCUMENT


def test_control_characters_become_visible_and_unknown_keys_are_left_out():
    document = {**DOCUMENT, "why": "\x1b[2J", "more": 1, "files": {"x\x1b.py": "\x9b\n"}}
    checked = observations.picture(document, readable)
    assert checked["why"] == "\ufffd[2J"
    assert checked["files"] == {"x\ufffd.py": "\ufffd\n"}
    assert "more" not in checked


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["schema"], "threadlings/picture/v9"),
        (["status"], "perfect"),
        (["why"], 7),
        (["files"], ["x.py"]),
        (["files", "x.py"], None),
        (["threads"], "AB"),
        (["threads"], ["the test", 1]),
        (["executed"], True),
        (["executed"], -1),
        (["all"], 1),
        (["steps", 0], None),
        (["steps", 0, "t"], 2),
        (["steps", 0, "t"], 1.0),
        (["steps", 0, "l"], "3"),
        (["steps", 0, "sets"], ["n"]),
        (["steps", 0, "held"], [["lock"]]),
        (["nodes"], []),
        (["nodes", 0, "steps"], [1]),
        (["nodes", 0, "steps"], [-1]),
        (["nodes", 0, "conflict"], [1]),
        (["nodes", 0, "choices"], {"0": None, "1": 2}),
        (["nodes", 0, "choices"], {"0": None, "2": 1}),
        (["nodes", 0, "choices"], {"0": None, "one": 1}),
        (["nodes", 0, "choices"], {}),
        (["nodes", 0, "default"], "2"),
        (["nodes", 0, "default"], ["0"]),
        (["nodes", 0, "end"], END),
        (["nodes", 1, "end"], None),
        (["nodes", 1, "end"], {**END, "failed": None}),
        (["path"], []),
        (["path"], ["0"]),
        (["path"], ["1", "1"]),
        (["path"], [["1"]]),
    ],
)
def test_what_cannot_be_walked_through_is_no_picture(place, value):
    document = copy.deepcopy(DOCUMENT)
    inner = document
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    with pytest.raises((ValueError, TypeError)):
        observations.picture(document, readable)


@pytest.mark.parametrize("document", [None, [], "picture", 3, {}])
def test_anything_else_is_no_picture(document):
    with pytest.raises(ValueError):
        observations.picture(document, readable)


OUTCOME = {
    "kind": "value",
    "called": "n",
    "value": "2",
    "right": False,
    "count": 16,
    "token": "13.2",
    "how": ["A reads n = 0"],
}
OUTCOMES = {"asked": "n", "found": [OUTCOME], "left_out": 0, "executed": 20, "complete": True}


def test_outcomes_come_back_readable():
    asked = {**OUTCOMES, "asked": "\x1b[2J"}
    outcome = observations.Outcome(**{**OUTCOME, "how": ("A reads n = 0",)})
    expected = observations.Outcomes("\ufffd[2J", (outcome,), 0, 20, True)
    assert observations.outcomes(asked, readable) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {**OUTCOMES, "asked": None},
        {**OUTCOMES, "found": {}},
        {**OUTCOMES, "found": [{**OUTCOME, "count": "16"}]},
        {**OUTCOMES, "found": [{**OUTCOME, "right": 1}]},
        {**OUTCOMES, "found": [{**OUTCOME, "how": [1]}]},
        {**OUTCOMES, "complete": "yes"},
    ],
)
def test_other_outcomes_are_none(wrong):
    with pytest.raises(ValueError):
        observations.outcomes(wrong, readable)
