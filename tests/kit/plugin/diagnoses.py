"""What is said of mistakes in the exercises; run as a module, it prints `diagnoses()`."""

import inspect
from pathlib import Path

import grading.plugin  # noqa: F401 - provides what suites import
from grading import solution
from grading.engine import diagnosis, explore, model, reproduce
from grading.index import ROOT
from grading.instrument import compile_source
from grading.suites import expected_tests
from grading.tidiness import claimed_test

MISTAKES = (
    "01_threads/start/returns_the_wrapper",
    "01_threads/start/task_in_a_global",
    "01_threads/join/joins_a_second_thread",
    "01_threads/join/sleep_for_join",
    "01_threads/join/event_for_join",
    "01_threads/loop_variable/late_index",
    "01_threads/loop_variable/item_in_an_attribute",
    "01_threads/loop_variable/in_order_of_arrival",
    "01_threads/many/joins_only_the_last",
    "01_threads/many/unlocked_countdown",
    "01_threads/many/countdown_for_join",
    "03_locks/counter/no_lock",
    "03_locks/counter/copy_then_add",
    "03_locks/counter/does_not_wait",
    "03_locks/counter/lock_made_late",
    "03_locks/counter/private_total",
    "03_locks/counter/read_only",
    "03_locks/counter/two_critical_sections",
    "03_locks/counter/two_permits",
    "03_locks/transfer/argument_order",
    "03_locks/transfer/check_before_locking",
    "03_locks/transfer/check_in_a_section_of_its_own",
    "03_locks/transfer/unlocked_target",
    "04_queues/relay/no_join",
    "04_queues/relay/empty_ends",
    "05_executors/ordered_map/finish_order",
    "05_executors/ordered_map/callbacks_outrun",
)


def diagnoses():
    """A line for each mistake: its name, and what is said of the test that it must fail."""
    return "".join(f"{name}: {_said(name) or '(nothing)'}\n" for name in MISTAKES)


def _said(name: str) -> str:
    topic, stem, _ = name.split("/")
    path = ROOT / f"tests/{topic}/test_{stem}.py"
    mistake = ROOT / f"reference/mistakes/{name}.py"
    claim = claimed_test(mistake, expected_tests(path))
    assert claim is not None
    verdict = _verdict(getattr(_suite(path), claim.name), mistake)
    assert verdict.failing is not None
    return diagnosis.of_execution(verdict.failing, str(path)).text


def _suite(path: Path):
    code = compile_source(path.read_bytes(), str(path))
    return model.new_module(code, f"suite.{path.stem}", str(path))


def _verdict(test, file: Path) -> explore.Verdict:
    marks = {mark.name for mark in getattr(test, "pytestmark", ())}
    wanted = inspect.signature(test).parameters

    def body():
        testing = model.module("grading.testing")
        testing.forget()
        test(**({"exercise": solution.load(file, model.new_module)} if wanted else {}))
        testing.finish()

    return explore.explore(
        reproduce.Test(body, punctual="punctual" in marks, may_escape="escapes" in marks)
    )


if __name__ == "__main__":
    print(diagnoses(), end="")
