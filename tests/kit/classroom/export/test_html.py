import itertools
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from grading.classroom.export import html
from grading.classroom.export.base import CannotExport, Options, file_name
from grading.classroom.records import Earlier
from grading.results import exercise_result
from tests.kit.classroom.conftest import COUNTER
from tests.kit.classroom.export.synthetic import (
    CLASS,
    EXERCISES,
    HOSTILE,
    JOIN,
    TIMELINE,
    graded,
    lost,
    proved,
    right,
)
from tests.kit.pages import Page, colours_of, contrast, inline_parts


def report(out: Path, classmates=CLASS) -> Page:
    assert html.export(iter(classmates), Options(out, exercises=EXERCISES)) == []
    return Page(out / "index.html")


def page_of(out: Path, place: int) -> Page:
    return Page(out / "students" / file_name(CLASS[place].student, ".html"))


def test_every_link_leads_to_a_place_that_is_there(tmp_path):
    pages = [report(tmp_path), *map(Page, (tmp_path / "students").iterdir())]
    assert len(pages) == 1 + len(CLASS)
    ids = {page.file.resolve(): page.attributes("id") for page in pages}
    for page in pages:
        assert len({*page.attributes("id")}) == len(page.attributes("id"))
        for link in page.attributes("href"):
            address, _, fragment = link.partition("#")
            target = (
                (page.file.parent / unquote(address)).resolve() if address else page.file.resolve()
            )
            assert not fragment or fragment in ids[target], f"{page.file.name}: {link}"
            assert target in ids


def test_nothing_is_loaded_and_no_style_or_script_but_ours_is_allowed(tmp_path):
    report(tmp_path)
    for file in tmp_path.rglob("*.html"):
        page = Page(file)
        expected = ["style", "script"][: 1 + (file.name == "index.html")]
        assert inline_parts(page) == expected


def test_markup_in_names_and_messages_stays_text(tmp_path):
    index, page = report(tmp_path), page_of(tmp_path, 2)
    assert HOSTILE in index.texts("bdi") and page.texts("h1") == [HOSTILE]
    assert HOSTILE in page.texts("title")[0]
    assert page.texts("pre")[0] == f"{HOSTILE} {HOSTILE}"
    assert [*page.texts("script"), *page.texts("img"), *index.texts("img")] == []


def test_each_cell_says_in_text_what_its_colour_says(tmp_path):
    index = report(tmp_path)
    cells = {
        (unquote(attrs["href"]).split("/")[-1].split("#")[0], attrs["aria-label"]): "".join(text)
        for tag, attrs, text in index.elements
        if "aria-label" in attrs and tag == "a"
    }
    pages = [file_name(each.student, ".html") for each in CLASS]
    assert cells[pages[0], "counter: 4 of 4, done"] == "4"
    assert cells[pages[1], "counter: 2 of 4, not yet"] == "2"
    assert cells[pages[1], "relay: not graded"] == "\xa0"
    assert cells[pages[3], "join: 0 of 4, fault of the kit"] == "0!"
    assert cells[pages[4], "counter: 0 of 4, cannot run"] == "×"  # noqa: RUF001
    assert cells[pages[5], "counter: 0 of 4, missing"] == "–"  # noqa: RUF001
    assert len(cells) == len(CLASS) * 3


def test_the_failing_timeline_is_shown_as_it_is_and_the_first_is_open(tmp_path):
    report(tmp_path)
    page = page_of(tmp_path, 1)
    messages = ["".join(text) for tag, _, text in page.elements if tag == "pre"]
    assert messages == [f"\n{TIMELINE}"] * 4
    failures = [
        attrs for tag, attrs, _ in page.elements if tag == "details" and "class" not in attrs
    ]
    assert ["open" in attrs for attrs in failures] == [True, False, True, False]
    assert "--schedule 13.2" in page.texts("code")
    names = [attrs["aria-label"] for tag, attrs, _ in page.elements if tag == "pre"]
    assert len({*names}) == 4 and names[0].startswith("What test_two (model) says")


def test_what_a_pass_rests_on_is_said(tmp_path):
    report(tmp_path)
    (passed, *_) = page_of(tmp_path, 0).texts("li")
    assert passed == "passed test_one model · 2 of 2 points · proved by 20 schedules"


def test_hidden_tests_are_marked(tmp_path):
    tests = (
        proved("test_shown"),
        proved("test_unseen", hidden=True),
        lost("test_secret", hidden=True),
    )
    student = graded("Ada", exercise_result(JOIN, tests))
    report(tmp_path, [student])
    page = Page(tmp_path / "students" / file_name(student.student, ".html"))
    lines = [*page.texts("summary"), *page.texts("li")]
    assert {line.split()[1] for line in lines if "hidden test" in line} == {
        "test_unseen",
        "test_secret",
    }


def test_a_fault_of_the_kit_is_not_the_students(tmp_path):
    index, page = report(tmp_path), page_of(tmp_path, 3)
    assert "This is a fault of the kit, not of the student." in page.texts("details")[0]
    assert "Faults of the kit (1)" in index.texts("a")
    assert "Faults of the kit" in index.texts("h2")


def test_what_could_not_be_judged_is_listed_with_its_reason(tmp_path):
    index = report(tmp_path)
    assert "Could not be judged (2)" in index.texts("a")
    assert "Zoë: z.zip is cut short." in index.texts("li")
    assert f"{'W' * 300}, {COUNTER}: line 1: this is no Python: '<'." in index.texts("li")
    assert "Nothing could be read: z.zip is cut short." in page_of(tmp_path, 5).texts("p")


def test_earlier_submissions_are_on_the_students_page(tmp_path):
    old = Earlier("old.zip", "", "2026-10-01T07:08:09Z", 1, 12)
    report(tmp_path, [replace(CLASS[0], earlier=(old,)), CLASS[1]])
    assert page_of(tmp_path, 0).texts("td")[-3:] == ["not known", "2026-10-01 07:08 UTC", "1 of 12"]
    assert "Earlier submissions" not in page_of(tmp_path, 1).texts("h2")


def test_the_headings_are_in_order(tmp_path):
    report(tmp_path)
    for file in tmp_path.rglob("*.html"):
        levels = [int(tag[1]) for tag, _, _ in Page(file).elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_a_students_page_is_written_before_the_next_student_is_asked_for(tmp_path):
    def one_after_the_other():
        for place, each in enumerate(CLASS):
            written = {*(tmp_path / "students").iterdir()}
            assert len(written) == place and not (tmp_path / "index.html").exists()
            yield each

    html.export(one_after_the_other(), Options(tmp_path, exercises=EXERCISES))
    assert (tmp_path / "index.html").exists()


def test_a_report_is_written_over_and_other_files_stay(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    report(tmp_path, CLASS[:1])
    assert report(tmp_path, CLASS[1:2]).texts("title") == ["Class report: 1 students"]
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert not list(tmp_path.rglob("*.part"))


def test_names_that_need_quoting_in_a_link_have_pages_too(tmp_path):
    names = ["50% #1?", "a/b\\c", "", "नमस्ते", "CON", "\ud800"]
    index = report(tmp_path, [graded(name, right(JOIN), key=f"k{name}") for name in names])
    links = {link.partition("#")[0] for link in index.attributes("href") if "students" in link}
    assert len(links) == len(names)
    assert all((tmp_path / unquote(link)).is_file() for link in links)


def test_a_result_without_times_and_conditions_has_a_report(tmp_path):
    alone = replace(graded("Ada", right(JOIN)), handed_in="", graded_at="", conditions=())
    index = report(tmp_path, [alone])
    assert "How it was graded" not in index.source
    assert Page(tmp_path / "students" / file_name(alone.student, ".html")).texts("dt") == [
        "Id",
        "Found in",
    ]


def test_a_folder_must_be_named_and_be_one(tmp_path):
    with pytest.raises(CannotExport, match="The format html makes a file for each student"):
        html.export(CLASS, Options(exercises=EXERCISES))
    (tmp_path / "students").write_text("a file")
    with pytest.raises(CannotExport, match="students cannot be a folder: File exists"):
        html.export(CLASS, Options(tmp_path, exercises=EXERCISES))


def test_a_class_without_grades_has_a_report_too(tmp_path):
    assert "Nothing was graded yet." in report(tmp_path, []).texts("p")
    assert "Nothing was graded yet." in report(tmp_path, [graded("Ada")]).texts("p")


def test_the_distribution_counts_every_student_that_has_grades(tmp_path):
    index = report(tmp_path)
    assert index.source.count("<rect") == 10
    counts = [re.fullmatch(r"\d+ to \d+ %(\d+)", row) for row in index.texts("tr")]
    assert [int(count[1]) for count in counts if count] == [2, 0, 0, 0, 0, 2, 0, 1, 0, 1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_what_shows_the_focus_stand_out_in_both_schemes(scheme, tmp_path):
    colours = colours_of(report(tmp_path).source, scheme)
    levels = [name for name in colours if re.fullmatch(r"level\d|fault", name)]
    assert len(levels) == 6
    pairs = [("ink", ground) for ground in ("paper", "panel", *levels)]
    for text in ("soft", "link", "good", "bad"):
        pairs += [(text, "paper"), (text, "panel")]
    contrasts = {(a, b): contrast(colours[a], colours[b]) for a, b in pairs}
    assert {pair: value for pair, value in contrasts.items() if value < 4.5} == {}
    assert min(contrast(colours[name], colours["paper"]) for name in ("focus", "bar")) >= 3
