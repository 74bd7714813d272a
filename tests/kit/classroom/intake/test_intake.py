import io
import itertools
import os
import subprocess
import tarfile
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grading.classroom.intake import Intake, NothingToGrade, intake
from grading.classroom.intake import archives as archives_module
from grading.classroom.submissions import Student
from tests.kit.classroom.intake.packing import (
    COUNTER,
    EXERCISES,
    GOOD,
    POOL,
    folder,
    taken,
    tar_info,
    tarred,
    zipped,
)

TREE = {"03_locks/counter.py": GOOD, "05_executors/pool.py": b"pool = 1\n"}
BOTH = {COUNTER.id: GOOD, POOL.id: b"pool = 1\n"}


def below(top: str, files=TREE) -> dict[str, bytes]:
    return {f"{top}/{name}": content for name, content in files.items()}


def written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("ada.zip", zipped),
        ("ada.tar", tarred),
        ("ada.tar.gz", lambda files: tarred(files, "w:gz")),
        ("ada.tgz", lambda files: tarred(files, "w:gz")),
        ("ada.tar.xz", lambda files: tarred(files, "w:xz")),
        ("ada.tar.bz2", lambda files: tarred(files, "w:bz2")),
    ],
)
def test_an_archive_for_each_student_is_read_in_each_format(tmp_path, name, pack):
    written(tmp_path / name, pack(below("repo-main/exercises")))
    ada = taken(tmp_path)["ada"]
    assert (ada.files, ada.faults, ada.fault) == (BOTH, {}, "")
    assert ada.source == name


def test_a_folder_for_each_student_is_read_and_files_of_no_exercise_are_left_out(tmp_path):
    folder(tmp_path, {**below("ada"), "ada/conftest.py": b"evil", "bob/readme.txt": b""})
    found = taken(tmp_path)
    assert found["ada"].files == BOTH
    assert not (found["bob"].files or found["bob"].faults or found["bob"].fault)


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: tarred(files, "w:gz")])
@pytest.mark.parametrize("wrapper", ["", "class/"])
def test_one_archive_may_hold_the_folders_of_the_class(tmp_path, pack, wrapper):
    content = pack({**below(f"{wrapper}ada"), **below(f"{wrapper}bob")})
    ending = ".zip" if content.startswith(b"PK") else ".tar"
    found = taken(written(tmp_path / f"class{ending}", content))
    assert {name: each.files for name, each in found.items()} == {"ada": BOTH, "bob": BOTH}
    assert found["ada"].source == f"{wrapper}ada"


MOODLE = {
    **below("Ada Löv_7_assignsubmission_file_"),
    "Bob_8_assignsubmission_file_/work.zip": zipped(below("x")),
    "Cy_9_assignsubmission_file": None,
    "Bob_8_assignsubmission_onlinetext_/onlinetext.html": b"hello",
}


def test_a_moodle_folder_is_read_with_the_archives_in_it(tmp_path):
    found = taken(folder(tmp_path, MOODLE))
    assert found["Ada Löv"].student == Student("7", "Ada Löv", "moodle")
    assert found["Ada Löv"].files == found["Bob"].files == BOTH
    assert found["Cy"].files == {}


def test_a_moodle_zip_is_read_as_its_folder(tmp_path):
    files = {name: content for name, content in MOODLE.items() if content is not None}
    content = zipped({**files, "Cy_9_assignsubmission_file/": b""})
    archive = Intake(written(tmp_path / "moodle.zip", content), EXERCISES)
    unpacked = Intake(folder(tmp_path / "moodle", MOODLE), EXERCISES)
    assert [(each.student, each.files) for each in archive] == [
        (each.student, each.files) for each in unpacked
    ]
    assert len(archive) == len(unpacked) == 3
    assert archive.notes == unpacked.notes and "onlinetext" in archive.notes[0]


CANVAS = {
    "doejane_1_11_counter.py": b"old",
    "doejane_1_12_counter-1.py": GOOD,
    "doejane_1_13_pool.py": b"pool = 1\n",
    "leeann_LATE_2_14_work.zip": zipped(TREE),
    "leeann_LATE_2_15_notes.txt": b"",
    "wu_3_16_all.tar.gz": tarred(below("all"), "w:gz"),
}


@pytest.mark.parametrize("is_zip", [True, False])
def test_canvas_files_are_gathered_by_user_and_the_newest_counts(tmp_path, is_zip):
    path = tmp_path / "canvas.zip"
    path = written(path, zipped(CANVAS)) if is_zip else folder(tmp_path / "canvas", CANVAS)
    found = taken(path)
    assert {name: each.files for name, each in found.items()} == {
        "doejane": BOTH,
        "leeann": BOTH,
        "wu": BOTH,
    }
    assert found["doejane"].student == Student("1", "doejane", "canvas")


def test_a_folder_of_clones_is_read_with_the_time_of_the_last_commit(tmp_path):
    root = tmp_path / "hw-submissions"
    place = folder(root / "hw-ada", {"exercises/03_locks/counter.py": GOOD, "work.zip": b"data"})
    environment = {**os.environ, "GIT_COMMITTER_DATE": "@1700000000 +0900"}
    who = ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "done"]):
        subprocess.run([*who, *command], cwd=place, env=environment, check=True)
    (ada,) = Intake(root, EXERCISES)
    assert ada.student == Student("ada", "ada", "classroom")
    assert (ada.handed_in, ada.files) == ("2023-11-14T22:13:20Z", {COUNTER.id: GOOD})
    assert not ada.fault and not ada.faults


def test_the_order_is_by_name_then_time_and_a_name_twice_is_two_submissions(tmp_path):
    folder(tmp_path, {**below("bob"), **below("ada"), "ada.zip": zipped(TREE), **below("Zoë")})
    for file in (tmp_path / "ada").rglob("*.py"):
        os.utime(file, (1_700_000_100, 1_700_000_100))
    os.utime(tmp_path / "ada.zip", (1_700_000_000, 1_700_000_000))
    order = [
        (each.student.name, each.source, each.handed_in) for each in Intake(tmp_path, EXERCISES)
    ]
    assert [each[:2] for each in order] == [
        ("Zoë", "Zoë"),
        ("ada", "ada.zip"),
        ("ada", "ada"),
        ("bob", "bob"),
    ]
    assert [each[2] for each in order[1:3]] == ["2023-11-14T22:13:20Z", "2023-11-14T22:15:00Z"]


@pytest.mark.parametrize("mtime", [float("nan"), 1e300, -1e300])
def test_a_time_that_cannot_be_is_not_known(tmp_path, mtime):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name in ("ada/counter.py", "bob/counter.py"):
            info = tar_info(name)
            info.pax_headers = {"mtime": str(mtime)}
            archive.addfile(info)
    found = taken(written(tmp_path / "class.tar", stream.getvalue()))
    assert [each.handed_in for each in found.values()] == ["", ""]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda place: place.mkdir(), "holds no submissions: give a folder, a zip or a tar"),
        (lambda place: folder(place, {"readme.txt": b""}), "holds no submissions"),
        (lambda place: folder(place, TREE), "is the work of one student, as it holds 03_locks"),
        (lambda place: place.write_bytes(b"text"), "is no folder, zip or tar: give a folder"),
        (lambda place: os.mkfifo(place), "is no folder, zip or tar: give a folder"),
        (lambda place: None, "is not there: give a folder, a zip or a tar"),
    ],
)
def test_what_holds_no_class_is_refused_in_one_sentence(tmp_path, make, sentence):
    make(tmp_path / "given")
    with pytest.raises(NothingToGrade) as caught:
        Intake(tmp_path / "given", EXERCISES)
    assert sentence in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"PK", zipped(below("ada"))[:-9]])
def test_a_broken_archive_of_a_class_is_refused_in_one_sentence(tmp_path, content):
    with pytest.raises(NothingToGrade, match=r"^class\.zip is damaged .* pack it again\.$"):
        Intake(written(tmp_path / "class.zip", content), EXERCISES)


def test_an_archive_of_a_class_that_breaks_in_between_is_refused(tmp_path):
    path = written(tmp_path / "class.zip", zipped({**below("ada"), **below("bob")}))
    found = Intake(path, EXERCISES)
    path.write_bytes(b"")
    with pytest.raises(NothingToGrade):
        list(found)


def hostile(place: Path) -> None:
    """Submissions that must not be read, among two that are."""
    folder(place, {**below("ada"), **below("zoe")})
    (place / "link").symlink_to("/etc")
    (place / "link.zip").symlink_to("/etc/passwd")
    os.mkfifo(place / "pipe.zip")
    files = {
        "damaged.zip": b"PK nothing",
        "cut.tar.gz": tarred(TREE, "w:gz")[:-30],
        "empty.zip": b"",
        "bomb.tar.gz": tarred({"zeros": bytes(40 * 1024**2)}, "w:gz"),
        "bomb.zip": zipped({"zeros": bytes(40 * 1024**2)}),
        "foreign.rar": b"Rar!",
        "many.zip": zipped({str(number): b"" for number in range(20_001)}),
    }
    folder(place, files)


def test_what_cannot_be_read_has_one_sentence_each_and_never_hurts_the_neighbours(tmp_path):
    hostile(tmp_path / "class")
    before = sorted(tmp_path.rglob("*"))
    found = {each.source: each for each in Intake(tmp_path / "class", EXERCISES)}
    assert found.pop("ada").files == found.pop("zoe").files == BOTH
    assert len(found) == 10
    for source, each in found.items():
        assert not (each.files or each.faults)
        assert each.fault.startswith(f"{source} ") and each.fault.endswith(".")
        assert "\n" not in each.fault
    words = {source: each.fault for source, each in found.items()}
    assert "is a link" in words["link"] and "is a link" in words["link.zip"]
    assert "a pipe" in words["pipe.zip"]
    assert "inflates to more than 32 MiB" in words["bomb.zip"]
    assert "inflates to more than 32 MiB" in words["bomb.tar.gz"]
    assert "hand in a zip or a tar" in words["foreign.rar"]
    assert "more than 20,000 members" in words["many.zip"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_cannot_be_taken_has_a_sentence_and_the_others_of_the_student_are_read(
    tmp_path, monkeypatch
):
    folder(tmp_path, {"big/counter.py": bytes(256 * 1024 + 1), "big/pool.py": GOOD})
    folder(
        tmp_path, {"link/pool.py": GOOD, "pipe/pool.py": GOOD, "closed/05_executors/pool.py": GOOD}
    )
    (tmp_path / "link/counter.py").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe/counter.py")
    (tmp_path / "closed/03_locks").mkdir()
    scandir = os.scandir

    def refuse(path):
        if path.name == "03_locks":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)  # root may read what others may not
    found = taken(tmp_path)
    assert [each.files for each in found.values()] == [{POOL.id: GOOD}] * 4
    words = {name: each.faults[COUNTER.id] for name, each in found.items()}
    assert words["big"].startswith("counter.py is larger than 256 KiB")
    assert words["link"].startswith("counter.py is a link")
    assert words["pipe"].startswith("counter.py is no ordinary file")
    assert words["closed"].startswith("03_locks cannot be listed (Permission denied)")


def test_a_students_folder_that_may_not_be_listed_says_so(tmp_path, monkeypatch):
    folder(tmp_path, {**below("ada"), **below("bob")})
    scandir = os.scandir

    def refuse(path):
        if path.name == "ada":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = taken(tmp_path)
    assert found["ada"].fault.startswith("ada cannot be listed (Permission denied)")
    assert found["bob"].files == BOTH


def test_nothing_is_written_where_archives_say(tmp_path, monkeypatch):
    place = folder(tmp_path / "class/deep", {})
    monkeypatch.chdir(place)
    evil = {"../../evil.py": GOOD, "/tmp/evil-threadlings.py": GOOD, **TREE}
    folder(place, {"ada.zip": zipped(evil), "bob.tar.gz": tarred(evil, "w:gz")})
    before = sorted(tmp_path.rglob("*"))
    assert [each.files for each in Intake(place, EXERCISES)] == [BOTH, BOTH]
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/tmp/evil-threadlings.py").exists()


def test_an_archive_in_an_archive_is_read_only_where_a_platform_packed_the_outer_one(tmp_path):
    inner = zipped(TREE)
    folder(tmp_path / "a", {"ada.zip": zipped({"inner.zip": inner}), "bob/inner.zip": inner})
    found = taken(tmp_path / "a")
    assert found["ada"].files == {} and found["bob"].files == BOTH
    twice = zipped({"ada_1_2_w.zip": inner, "bob_2_3_w.zip": zipped({"inner.zip": inner})})
    found = taken(written(tmp_path / "canvas.zip", twice))
    assert found["ada"].files == BOTH and found["bob"].files == {}


def test_a_students_archives_are_read_up_to_a_number_and_a_size(tmp_path, monkeypatch):
    parts = [zipped({f"{exercise.id}.py": GOOD}) for exercise in EXERCISES]
    folder(tmp_path, {f"ada/{number}.zip": part for number, part in enumerate(parts)})
    assert set(taken(tmp_path)["ada"].files) == {COUNTER.id, POOL.id}
    monkeypatch.setattr(intake, "ARCHIVES", 1)
    ada = taken(tmp_path)["ada"]
    assert list(ada.files) == [COUNTER.id] and "after 1 others" in ada.faults[POOL.id]
    monkeypatch.setattr(intake, "ARCHIVES", 2)
    monkeypatch.setattr(intake, "PACKED", len(parts[0]))
    ada = taken(tmp_path)["ada"]
    assert list(ada.files) == [COUNTER.id] and "is larger than" in ada.faults[POOL.id]


def test_a_folder_with_too_many_files_says_so(tmp_path, monkeypatch):
    folder(tmp_path, {**below("ada"), **{f"ada/{number}.txt": b"" for number in range(5)}})
    folder(tmp_path, below("bob"))
    monkeypatch.setattr("grading.classroom.intake.folders.MEMBERS", 6)
    found = taken(tmp_path)
    assert found["ada"].fault.startswith("ada holds more than 6 files")
    assert found["bob"].files == BOTH


@pytest.mark.parametrize(
    "name", ["ada.", "ada ", " ", "a\nb", "\u202eada", "CON", "-rf", "ün\udcff"]
)
def test_any_name_that_a_folder_can_have_is_a_students(tmp_path, name):
    folder(tmp_path, below(name))
    (found,) = Intake(tmp_path, EXERCISES)
    assert found.files == BOTH
    for text in (found.student.key, found.student.name, found.source):
        assert text.encode("utf-8") and text.isprintable()


def test_one_submission_at_a_time_is_held(tmp_path):
    size, count = 200 * 1024, 40
    folder(tmp_path, {f"{number:03}/counter.py": bytes(size) for number in range(count)})
    found = Intake(tmp_path, EXERCISES)
    tracemalloc.start()
    try:
        total = sum(len(each.files[COUNTER.id]) for each in found)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert total == count * size
    assert peak < count * size / 4


def test_nothing_is_read_of_the_submissions_that_were_not_asked_for(tmp_path, monkeypatch):
    folder(tmp_path, {f"{number}.zip": zipped(TREE) for number in range(5)})
    opened = []
    really = intake.opened
    monkeypatch.setattr(
        intake, "opened", lambda name, *rest: opened.append(name) or really(name, *rest)
    )
    found = Intake(tmp_path, EXERCISES)
    assert len(found) == 5 and opened == []
    assert len(list(itertools.islice(found, 2))) == 2
    assert opened == ["0.zip", "1.zip"]


def test_it_can_be_gone_through_again(tmp_path):
    found = Intake(written(tmp_path / "class.zip", zipped({**below("a"), **below("b")})), EXERCISES)
    assert list(found) == list(found)
    assert len(list(found)) == len(found) == 2


def test_no_copy_of_an_archive_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(folder(tmp_path / "tmp", {})))
    monkeypatch.setattr(archives_module, "_IN_MEMORY", 10)
    folder(tmp_path / "class", {"ada.tar.gz": tarred(TREE, "w:gz")})
    assert taken(tmp_path / "class")["ada"].files == BOTH
    assert list((tmp_path / "tmp").iterdir()) == []


WHOLE = {"ada.zip": zipped(TREE), "ada.tar": tarred(TREE), "ada.tar.gz": tarred(TREE, "w:gz")}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    name=st.sampled_from(sorted(WHOLE)),
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=9)), min_size=1, max_size=4),
    length=st.floats(0, 1),
)
def test_no_change_of_an_archives_bytes_hurts_a_neighbour(name, changes, length):
    content = bytearray(WHOLE[name])
    for place, replacement in changes:
        start = int(place * len(content))
        content[start : start + len(replacement)] = replacement
    with tempfile.TemporaryDirectory() as place:
        cut = bytes(content[: max(len(content) // 2, int(length * 2 * len(content)))])
        folder(Path(place), {name: cut, **below("bob")})
        ada, bob = Intake(Path(place), EXERCISES)
    assert bob.files == BOTH
    assert set(ada.files) | set(ada.faults) <= set(BOTH)
    for sentence in (ada.fault, *ada.faults.values()):
        assert sentence.isprintable()
