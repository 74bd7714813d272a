import subprocess
import sys
from xml.etree import ElementTree

import pytest
import xmlschema

from grading.classroom.export import junit
from grading.results import exercise_result
from tests.kit.classroom.export.conftest import (
    HIDDEN,
    HOSTILE,
    SCHEMAS,
    SECRET,
    counter,
    graded,
    not_judged,
    options,
    relay,
)


@pytest.fixture(scope="module")
def schema():
    return xmlschema.XMLSchema(SCHEMAS / "junit.xsd")


@pytest.fixture
def suites(schema, out):
    def export(*exercises):
        junit.export([graded("Jane", *exercises)], options(out=out))
        schema.validate(out)
        return ElementTree.parse(out).getroot().findall("testsuite")

    return export


def test_pytests_own_report_has_the_shape_of_the_schema(schema, tmp_path):
    file = tmp_path / "test_x.py"
    file.write_text(
        "import pytest\ndef test_a(record_property): record_property('points', 2); print(1)\n"
        "def test_b(): assert 0\n@pytest.mark.skip\ndef test_c(): pass\ndef test_d(no_such): pass\n"
    )
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", f"--junitxml={report}", file.name]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    schema.validate(report)
    assert len(ElementTree.parse(report).findall(".//testcase")) == 4


def test_there_is_a_suite_for_each_exercise_with_points_as_properties(suites):
    first, second = suites(relay(), counter(3))
    assert [suite.get("name") for suite in (first, second)] == [
        "04_queues/relay",
        "03_locks/counter",
    ]
    assert (second.get("tests"), second.get("failures"), second.get("errors")) == ("3", "2", "0")
    assert (second.get("time"), second.get("timestamp")) == ("0.750", "2026-11-02T12:00:00Z")
    points = [(each.get("name"), each.get("value")) for each in second[0].iter("property")]
    assert points == [("points", "3"), ("max_points", "3")]
    assert second[1].find("failure").text == "got 1"


def test_a_fault_of_the_kit_is_an_error_and_not_a_failure(suites):
    (suite,) = suites(not_judged())
    assert (suite.get("failures"), suite.get("errors")) == ("0", "1")
    assert "not of your code" in suite.find("testcase/error").get("message")


def test_an_exercise_of_which_nothing_reported_does_not_look_passed(suites):
    (suite,) = suites(exercise_result("03_locks/counter", ()))
    assert (suite.get("tests"), suite.get("errors")) == ("1", "1")


def test_hidden_tests_are_nameless(suites, out):
    (suite,) = suites(counter(5))
    assert suite[2].get("name") == "hidden test 1 (model)"
    assert HIDDEN not in out.read_text() and SECRET not in out.read_text()


def test_what_a_learner_prints_is_text_and_has_no_control_characters(suites, out):
    (suite,) = suites(counter(0, HOSTILE))
    text = suite.find("testcase/failure").text
    assert "<script>alert(1)</script> & ]]>" in text and "\x1b" not in text and "\x00" not in text
    assert suite.find("testcase/failure").get("message").startswith("got <script>")
