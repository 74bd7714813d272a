import csv
import io

import pytest

from grading.classroom.export import moodle
from grading.classroom.export.base import CannotExport
from tests.kit.classroom.export.conftest import counter, graded, missing, options, relay

# As an assignment's "Download grading worksheet" gives it out.
WORKSHEET = (
    '\ufeffIdentifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",'
    '"Last modified (submission)","Last modified (grade)","Feedback comments"\n'
    '"Participant 17","Jane Doe",jane@example.org,"Submitted for grading",,10.00,Yes,"Monday, 2 November",-,\n'
    '"Participant 18","Zoë ""Z"" O\'Neil",Zoe@example.org,"No submission",3.00,10.00,Yes,-,-,"Old, but kept"\n'
)
PEOPLE = (
    "First name,Last name,Username,ID number,Email address\nJane,Doe,jane,i-1,jane@example.org\n"
)
JANE = graded("Jane Doe", relay(), missing(), counter(3), key="17", platform="moodle")


@pytest.fixture
def export(tmp_path, out):
    def fill(*grades, content: str | None = WORKSHEET, **given):
        into = None
        if content is not None:
            into = tmp_path / "moodle.csv"
            into.write_bytes(content.encode())
        notes = moodle.export(grades, options(into=into, out=out, **given))
        return out.read_bytes().decode(), notes

    return fill


def records(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_worksheet_is_filled_by_the_number_of_the_participant_and_the_rest_stays(export):
    text, notes = export(graded("?", relay(), counter(3), key="17", platform="moodle"))
    comment = "04_queues/relay: 4 of 4; 03_locks/counter: 3 of 6"
    wanted = WORKSHEET.replace('grading",,10.00', 'grading",7,10.00')
    assert text == wanted.replace('November",-,\n', f'November",-,{comment}\n')
    assert notes == ['moodle.csv has people of whom nothing was graded: Zoë "Z" O\'Neil.']


def test_a_participants_number_is_not_an_id_of_a_user(export):
    content = "ID,Full name\n17,Max\n"
    with pytest.raises(CannotExport, match=r"None of the gradebook's students is in moodle\.csv"):
        export(JANE, content=content)


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("jane", {}),
        ("i-1", {}),
        ("JANE@example.org", {}),
        ("jane", {"identify": "username"}),
        ("jane@example.org", {"identify": "email"}),
    ],
)
def test_other_students_are_known_by_what_their_keys_are(export, key, given):
    text, _ = export(graded("?", relay(), key=key), content=PEOPLE, **given)
    (record,) = records(text)
    assert (record["Username"], record["Grade"]) == ("jane", "4")
    assert record["Feedback comments"] == "04_queues/relay: 4 of 4"


def test_only_what_the_keys_are_said_to_be_counts(export):
    with pytest.raises(CannotExport, match="None of the gradebook's students"):
        export(graded("Jane Doe", relay(), key="jane"), content=PEOPLE, identify="idnumber")


def test_a_maximum_that_is_too_low_is_refused_since_moodle_would_refuse_the_file(export, out):
    with pytest.raises(CannotExport, match=r"at most 9\.00 points in Moodle, .* have 10"):
        export(JANE, content=WORKSHEET.replace("10.00", "9.00"))
    assert not out.exists()


def test_without_a_list_a_file_of_our_own_has_what_the_keys_are_said_to_be(export):
    nothing = graded("=Ann", key="ann")
    text, _ = export(
        graded("Jane", relay(), key="jane"), nothing, content=None, identify="username"
    )
    first, second = records(text)
    assert first == {
        "username": "jane",
        "name": "Jane",
        "grade": "4",
        "feedback": "04_queues/relay: 4 of 4",
    }
    assert (second["name"], second["grade"]) == ("'=Ann", "")


def test_who_cannot_be_written_safely_is_left_out_and_told(export):
    formula = graded("Max", relay(), key="=1+1")
    text, notes = export(graded("Jane", key="jane"), formula, content=None, identify="idnumber")
    assert [record["idnumber"] for record in records(text)] == ["jane"]
    assert notes == ["Max (=1+1) is left out: a spreadsheet would take the key for a formula."]


def test_feedback_is_harmless_html(export):
    unread = graded(
        "Jane", relay(0), key="17", platform="moodle", fault="=<b>x</b> & is cut short."
    )
    (record, _) = records(export(unread)[0])
    assert record["Feedback comments"].startswith("'=&lt;b&gt;x&lt;/b&gt; &amp; is cut short.; ")


def test_without_a_list_the_keys_must_be_said_and_must_not_be_participants(export):
    with pytest.raises(CannotExport, match=r"fill its grading worksheet \(--into FILE\)"):
        export(JANE, content=None)
    with pytest.raises(CannotExport, match="number of a participant, which no import takes"):
        export(JANE, content=None, identify="idnumber")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [({}, "should have a column identifier or"), ({"identify": "email"}, "a column email or")],
)
def test_a_list_that_does_not_say_who_is_who_is_refused_in_a_sentence(export, given, sentence):
    with pytest.raises(CannotExport, match=sentence):
        export(JANE, content="Nom,Note\nJane,\n", **given)
