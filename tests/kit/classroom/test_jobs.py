import json
from dataclasses import replace

import pytest

from grading.classroom import jobs
from grading.classroom.jobs import Conditions, OtherKit, Verdict, judge_file, kit_digest
from grading.index import ROOT
from tests.kit.classroom.conftest import COUNTER


def judged(content: bytes | str) -> Verdict:
    document = judge_file(COUNTER, content, 60.0, kit_digest())
    return Verdict.from_json(json.loads(json.dumps(document)))


def test_a_right_file_gets_all_points_under_the_conditions_of_here():
    verdict = judged((ROOT / f"reference/{COUNTER}.py").read_bytes())
    assert verdict.result.status == "passed"
    assert verdict.result.score == verdict.result.max_score
    isolation = verdict.result.isolation
    assert isolation
    assert verdict.conditions == replace(Conditions.here(60.0), isolation=isolation)


def test_the_absence_of_a_file_gets_a_verdict_that_names_it():
    result = judged("").result
    assert (result.status, result.score) == ("missing", 0)
    assert result.message == f"{COUNTER}.py is missing: the solution must be in this file."
    assert result.max_score > 0


def test_a_file_that_could_not_be_taken_gets_the_reason():
    result = judged("counter.py is a link: hand in the file itself.").result
    assert (result.status, result.score) == ("invalid", 0)
    assert {test.message for test in result.tests} == {
        "counter.py is a link: hand in the file itself."
    }


def test_a_worker_with_another_kit_refuses():
    with pytest.raises(OtherKit, match="give every machine the same files"):
        judge_file(COUNTER, b"", 60.0, "another")


def test_the_kits_digest_follows_suites_and_engine_but_not_exports(tmp_path, monkeypatch):
    suite = tmp_path / "tests/03_locks/test_counter.py"
    engine = tmp_path / "grading/engine/machine.py"
    export = tmp_path / "grading/classroom/summary.py"
    index = tmp_path / "exercises/index.toml"
    for file in (suite, engine, export, index):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"old\n")
    monkeypatch.setattr(jobs, "ROOT", tmp_path)

    def digest() -> str:
        kit_digest.cache_clear()
        return kit_digest()

    try:
        digests = [digest()]
        for file in (suite, engine, index):
            file.write_bytes(b"new\n")
            digests.append(digest())
        export.write_bytes(b"new\n")
        suite.write_bytes(b"new\r\n")
        assert len({*digests}) == 4
        assert digest() == digests[-1]
    finally:
        kit_digest.cache_clear()
