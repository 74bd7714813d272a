"""A new exercise is begun in a small project, whose tests are then run."""

import pytest

from grading.given import keep_stubs
from grading.index import Exercise, load
from grading.scaffold import Refused, begin
from grading.tidiness import lesson_problems, problems_of, stray_files
from tests.kit.plugin.lab import Lab

SUITE = "def test_it(exercise): pass"


@pytest.fixture
def lab(tmp_path):
    """A project with the exercise 03_demo/x."""
    lab = Lab(tmp_path)
    lab.exercise(SUITE, "def f(): return 1", defines="f()")
    lab.write("exercises/03_demo/README.md", "# A lesson\n```python\n```\n")
    return lab


def begun(lab: Lab, id: str) -> Exercise:
    """The exercise that was begun, as it is listed."""
    begin(id, load(lab.root), lab.root)
    return next(each for each in load(lab.root) if each.id == id)


def tree(lab: Lab) -> dict:
    return {path: path.read_bytes() for path in lab.root.rglob("*") if path.is_file()}


def test_a_begun_exercise_can_be_run_at_once_and_fails_in_both_worlds(lab):
    begun(lab, "03_demo/gate")
    ran = lab.run("--count", "2")
    claim = "test_its_name_is_a_claim"
    assert "gate() is still to be written" in ran.text(f"{claim}[model-1-2]", "gate")
    assert "failed in the model world already" in ran.text(f"{claim}[live-1-2]", "gate")


@pytest.mark.parametrize(
    ("id", "order"),
    [
        ("03_demo/gate", ["03_demo/x", "03_demo/gate", "05_demo/x"]),
        ("05_demo/gate", ["03_demo/x", "05_demo/x", "05_demo/gate"]),
        ("04_more/gate", ["03_demo/x", "04_more/gate", "05_demo/x"]),
        ("01_more/gate", ["01_more/gate", "03_demo/x", "05_demo/x"]),
    ],
)
def test_the_entry_comes_last_in_its_topic_and_all_others_stay_as_they_are(lab, id, order):
    index = lab.root / "exercises/index.toml"
    before = index.read_text() + "# kept   as it is\n"
    index.write_text(before + before.partition("\n")[2].replace("03_demo", "05_demo"))
    lab.write("tests/05_demo/test_x.py", SUITE)
    lines = index.read_text().splitlines()
    begun(lab, id)
    assert [each.id for each in load(lab.root)] == order
    rest = iter(index.read_text().splitlines())
    assert all(line in rest for line in lines)  # in this order


@pytest.mark.parametrize("id", ["03_demo/gate", "04_more/gate"])
def test_verify_says_of_each_file_what_is_missing_until_nothing_is(lab, id):
    gate = begun(lab, id)
    lines = [*lesson_problems([gate], lab.root), *problems_of(gate, lab.root)]
    lesson = [] if id == "03_demo/gate" else [gate.lesson]
    for path in (gate.stub(), gate.reference, gate.suite, gate.mistakes, gate.variants, *lesson):
        assert sum(line.startswith(path.as_posix()) for line in lines) == 1
    for path in (*tree(lab),):
        if path.suffix in (".py", ".toml", ".md"):
            path.write_text(path.read_text().replace("FIXME", "this"), encoding="utf-8")
    for n in range(4):
        line = "# fails test_its_name_is_a_claim: why\n"
        lab.write(gate.mistakes / f"m{n}.py", line)
        lab.write(gate.variants / f"v{n}.py", "# passes: an idiom\n")
    listed = load(lab.root)
    keep_stubs(listed, lab.root)
    gate = next(each for each in listed if each.id == id)
    assert [*lesson_problems([gate], lab.root), *problems_of(gate, lab.root)] == []
    assert list(stray_files(listed, lab.root)) == []


def test_a_lesson_that_is_there_is_kept(lab):
    lesson = lab.root / begun(lab, "03_demo/gate").lesson
    assert lesson.read_text() == "# A lesson\n```python\n```\n"


@pytest.mark.parametrize(
    "path", ["exercises/03_demo/gate.py", "reference/03_demo/gate.py", "tests/03_demo/test_gate.py"]
)
def test_nothing_is_overwritten_and_nothing_half_made(lab, path):
    lab.write(path, "x = 1")
    before = tree(lab)
    with pytest.raises(Refused, match=f"{path} is there already"):
        begun(lab, "03_demo/gate")
    assert tree(lab) == before


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("gate", "write topic/name in lower case, the topic with its number"),
        ("03_demo/Gate", "write topic/name in lower case"),
        ("demo/gate", "write topic/name in lower case"),
        ("03_demo/gate.py", "write topic/name in lower case"),
        ("03_demo/../gate", "write topic/name in lower case"),
        ("03_demo/class", "'class' is a word of Python"),
        ("03_demo/x", "03_demo/x is listed already"),
        ("03_dmeo/gate", "Topic 03 is 03_demo: write 03_demo/gate."),
    ],
)
def test_a_wrong_name_gets_one_sentence_and_makes_nothing(lab, id, words):
    before = tree(lab)
    with pytest.raises(Refused) as caught:
        begin(id, load(lab.root), lab.root)
    assert words in str(caught.value) and "\n" not in str(caught.value)
    assert tree(lab) == before


def test_entries_that_cannot_be_told_apart_by_lines_are_not_touched(lab):
    index = lab.root / "exercises/index.toml"
    index.write_text(index.read_text().replace("[[exercise]]", "[[ exercise ]]"))
    before = tree(lab)
    with pytest.raises(Refused, match=r"begin each entry with a line \[\[exercise\]\]"):
        begun(lab, "03_demo/gate")
    assert tree(lab) == before
