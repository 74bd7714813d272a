from pathlib import Path

import pytest

from grading.index import ROOT, Exercise, IndexFault, UnknownExercise, find, load

IMPORTS = 'imports = ["threading", "queue"]\n'
COUNTER = """
[[exercise]]
id = "03_locks/counter"
title = "Protect a counter"
points = 10
defines = ["bump(times)"]
hints = ["where", "what", "how"]
"""


def project(
    tmp_path,
    entries: str,
    suites: tuple[str, ...] = ("03_locks/test_counter.py",),
    imports: str = IMPORTS,
) -> Path:
    for name in ("exercises/index.toml", *(f"tests/{suite}" for suite in suites)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(
            imports + entries if name.endswith("toml") else "", encoding="utf-8"
        )
    return tmp_path


def exercise(name: str) -> Exercise:
    return Exercise(name, name.title(), 1, (), ())


SEVERAL = tuple(
    exercise(f"{topic}/{name}")
    for topic, names in {
        "01_threads": ("join", "join_timeout"),
        "03_locks": ("counter", "transfer"),
        "09_capstones": ("transfer",),
    }.items()
    for name in names
)


def test_an_entry_gives_the_paths_of_all_its_files(tmp_path):
    (counter,) = load(project(tmp_path, COUNTER))
    assert (counter.topic, counter.stem) == ("03_locks", "counter")
    assert counter.stub() == Path("exercises/03_locks/counter.py")
    assert counter.stub(Path("there")) == Path("there/03_locks/counter.py")
    assert counter.suite == Path("tests/03_locks/test_counter.py")
    assert counter.reference == Path("reference/03_locks/counter.py")
    assert counter.mistakes == Path("reference/mistakes/03_locks/counter")
    assert counter.variants == Path("reference/variants/03_locks/counter")


def test_the_order_of_the_file_is_the_order_of_the_exercises(tmp_path):
    index = COUNTER + COUNTER.replace("03_locks/counter", "01_threads/start")
    suites = ("03_locks/test_counter.py", "01_threads/test_start.py")
    ids = [each.id for each in load(project(tmp_path, index, suites))]
    assert ids == ["03_locks/counter", "01_threads/start"]


@pytest.mark.parametrize(
    ("index", "words"),
    [
        ("", "no exercise is listed"),
        ("exercise = 3", "no exercise is listed"),
        ("exercise = [3]", "no exercise is listed"),
        ("[[exercise]", "cannot be read"),
        ("[[exercises]]\nid = 3", "unknown key 'exercises'"),
        (COUNTER + "colour = 1", "exercise 1 (03_locks/counter): unknown key 'colour'"),
        (COUNTER.replace("title", "# title"), "'title' is missing; it must be a string"),
        (COUNTER.replace("id =", "# id ="), "exercise 1 (without an id): 'id' is missing"),
        (COUNTER.replace("10", '"10"'), "'points' must be a whole number, but is '10'"),
        (COUNTER.replace("10", "true"), "'points' must be a whole number, but is True"),
        (COUNTER.replace("10", "0"), "'points' must be above 0, but is 0"),
        (COUNTER.replace('["bump(times)"]', '"bump"'), "'defines' must be a list of calls"),
        (COUNTER.replace("bump(times)", "bump"), "'defines' must be a list of calls, such as"),
        (COUNTER.replace("bump(times)", "bump(times"), "but is ['bump(times']"),
        (COUNTER.replace('"how"', "3"), "'hints' must be a list of strings"),
        (COUNTER.replace("03_locks/counter", "counter"), "must be topic/name in lower case"),
        (COUNTER.replace("03_locks/counter", "../../etc/x"), "must be topic/name in lower case"),
        (COUNTER.replace("03_locks/counter", "locks/counter"), "the topic with its number"),
        (COUNTER + "imports = 'os'", "'imports' must be a list of modules, such as"),
        (COUNTER + "imports = ['os as o']", "'imports' must be a list of modules, such as"),
        (COUNTER.replace("03_locks/counter", "03_locks/none"), "there is no suite tests/03_locks"),
        (COUNTER + COUNTER, "exercise 2 (03_locks/counter): this id is listed twice"),
    ],
)
def test_a_wrong_entry_gets_one_sentence_that_names_it(tmp_path, index, words):
    with pytest.raises(IndexFault) as caught:
        load(project(tmp_path, index))
    sentence = str(caught.value)
    assert words in sentence and sentence.startswith("exercises/index.toml")
    assert "\n" not in sentence


@pytest.mark.parametrize("imports", ["", "imports = 'os'\n", "imports = ['*']\n"])
def test_what_all_exercises_may_import_must_be_said_above_them(tmp_path, imports):
    with pytest.raises(IndexFault, match=r"write imports = \[...\], a list of modules, above"):
        load(project(tmp_path, COUNTER, imports=imports))


def test_an_exercise_may_import_what_all_may_and_its_own(tmp_path):
    index = COUNTER + 'imports = ["os"]\n' + COUNTER.replace("counter", "relay")
    suites = ("03_locks/test_counter.py", "03_locks/test_relay.py")
    imports = [each.imports for each in load(project(tmp_path, index, suites))]
    assert imports == [("threading", "queue", "os"), ("threading", "queue")]


def test_a_list_that_is_not_there_is_a_fault_of_the_kit(tmp_path):
    with pytest.raises(IndexFault, match="cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize(
    "name", ["03_locks/counter", "counter", "exercises/03_locks/counter.py", "./03_locks/counter"]
)
def test_an_exercise_is_found_by_id_short_name_and_file(name):
    exercises = (exercise("01_threads/start"), exercise("03_locks/counter"))
    assert find(exercises, name).id == "03_locks/counter"


def test_a_short_name_of_two_exercises_is_not_guessed():
    exercises = (exercise("03_locks/transfer"), exercise("09_capstones/transfer"))
    with pytest.raises(UnknownExercise, match="write 03_locks/transfer or 09_capstones/transfer"):
        find(exercises, "transfer")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("cou", "03_locks/counter"),
        ("03/cou", "03_locks/counter"),
        ("join", "01_threads/join"),
        ("join_", "01_threads/join_timeout"),
        ("01/join", "01_threads/join"),
        ("exercises/03_lo/tr.py", "03_locks/transfer"),
        ("09/t", "09_capstones/transfer"),
    ],
)
def test_a_name_may_be_shortened_to_what_no_other_begins_with(name, id):
    assert find(SEVERAL, name).id == id


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("tr", "03_locks/transfer or 09_capstones/transfer"),
        ("joi", "01_threads/join or 01_threads/join_timeout"),
        ("03/", "03_locks/counter or 03_locks/transfer"),
    ],
)
def test_a_name_that_several_begin_with_is_answered_with_all_of_them(name, choice):
    with pytest.raises(UnknownExercise, match=rf"can be 2 exercises: write {choice}\."):
        find(SEVERAL, name)


def test_no_name_at_all_is_no_exercise():
    with pytest.raises(UnknownExercise, match="There is no exercise ''"):
        find(SEVERAL, "")


@pytest.mark.parametrize("typo", ["03_lock/conter", "countre"])
def test_a_typo_gets_the_nearest_name(typo):
    exercises = (exercise("01_threads/start"), exercise("03_locks/counter"))
    with pytest.raises(UnknownExercise, match=r"Did you mean 03_locks/counter\?"):
        find(exercises, typo)


def test_a_name_like_no_other_gets_the_first_exercise_as_an_example():
    with pytest.raises(UnknownExercise, match="The first is 01_threads/start"):
        find((exercise("01_threads/start"),), "zzzzzz")


def test_the_projects_own_list_is_right():
    assert load(ROOT)
