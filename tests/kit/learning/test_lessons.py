from pathlib import Path

import pytest

from grading.index import ROOT, load
from grading.learning.lessons import about, mistakes, paragraphs, rules
from grading.messages import read

EXERCISES = load()
TOPICS = {exercise.topic: exercise for exercise in EXERCISES}
LESSON = """# Locks

Threads share.
All of it.

More.

## What goes wrong

**A lock that nobody shares.** It is new.

**No `join`.** Late.
"""
# What a learner's mistake is about, as whoever wrote it would say.
KNOWN = {
    "01_threads/start/run_for_start": "`run()` in place of `start()`",
    "01_threads/arguments/tuple_in_a_tuple": "Arguments in the wrong wrapping",
    "01_threads/join/sleep_for_join": "No `join()`, or something like it",
    "01_threads/join/event_lost_by_an_error": "An exception",
    "01_threads/loop_variable/late_lambda": "A lambda that reads the loop variable",
    "01_threads/many/join_in_the_start_loop": "`join()` in the loop that starts",
    "01_threads/results/finish_order": "Results in the order of arrival",
    "02_daemons/heartbeat/not_daemon": "An ordinary thread without end",
    "02_daemons/must_finish/daemon": "A daemon for work that must complete",
    "02_daemons/must_finish/says_nothing": "A kind that was left to chance",
    "02_daemons/journal/only_a_flag": "A flag for an end mark",
    "02_daemons/journal/error_ends_the_thread": "An error that ends the worker",
    "03_locks/counter/no_lock": "Locks",
    "03_locks/counter/lock_per_call": "A lock that nobody shares",
    "03_locks/counter/copy_then_add": "Half a lock",
    "03_locks/counter/two_critical_sections": "A gap in the middle",
    "03_locks/account/check_outside": "Half a lock",
    "03_locks/account/lock_kept_by_error": "A lock that is never released",
    "03_locks/tally/unlocked_copy": "A look in the middle",
    "03_locks/lazy/check_then_create": "Made twice",
    "03_locks/lazy/lock_of_the_class": "One lock for everything",
    "03_locks/transfer/argument_order": "Two locks, two orders",
    "04_queues/relay/empty_ends": "`while not orders.empty()`",
    "04_queues/relay/none_ends": "An end mark that is also a value",
    "04_queues/relay/alive_ends": "No end",
    "04_queues/relay/no_join": "No `join`",
    "04_queues/relay/polled_list": "A list, looked at again and again",
    "04_queues/relay/error_hangs": "A failing producer",
    "04_queues/workers/one_end_mark": "One end mark for many consumers",
    "04_queues/bounded/producer_left_blocked": "A failing consumer",
    "05_executors/submit/result_in_the_loop": "`.result()` in the loop that submits",
    "05_executors/submit/called_at_submit": "`submit(fetch(3))`",
    "05_executors/as_completed/submits_lazily": "`yield` in the function that submits",
    "05_executors/pool/no_shutdown": "A shutdown that does not happen, or does not wait",
    "05_executors/submit/shuts_down": "Shutting down what is not yours",
    "05_executors/pool/finish_order": "The order of finishing taken for the order of the items",
    "05_executors/first_success/first_finished": (
        "The first to finish taken for the first to succeed"
    ),
    "06_exceptions/capture/swallowed": "Printed or logged, and that is all",
    "06_exceptions/capture/wrapped": "Another exception",
    "06_exceptions/capture/error_hangs": "A sign that never comes",
    "06_exceptions/outcomes/value_as_error": "A mix of results and exceptions in one variable",
    "06_exceptions/outcomes/stops_at_the_first_error": "One failure ends the loop",
    "06_exceptions/excepthook/hook_left": "A hook that stays",
    "07_choosing/cpu_bound/threads": "Threads for computing",
    "07_choosing/cpu_bound/lambda_sent": "What cannot be pickled",
    "07_choosing/cpu_bound/no_shutdown": "Processes left running",
    "07_choosing/overlap_io/thread_per_url": "Too many threads",
}
# Whatever the lesson has to say, it is not about these.
UNKNOWN = [
    "01_threads/start/join_before_return",
    "02_daemons/journal/sorted_lines",
    "03_locks/account/refuses_the_last_money",
    "04_queues/pipeline/fails_without_stages",
    "05_executors/pool/late_lambda",
    "06_exceptions/excepthook/type_only",
    "07_choosing/choose/names_one",
]


def lesson_of(exercise) -> str:
    return (ROOT / exercise.lesson).read_text(encoding="utf-8")


def told(mistake: str) -> list[str]:
    """The titles that a learner who makes this mistake is pointed at."""
    id, _, name = mistake.rpartition("/")
    (exercise,) = (each for each in EXERCISES if each.id == id)
    message = read(ROOT / exercise.messages)[name]
    return [paragraph.title for paragraph in about(exercise, message, lesson_of(exercise))]


def test_a_paragraph_is_found_by_its_bold_beginning_or_the_heading_above_it():
    found = [(each.title, each.line) for each in paragraphs(LESSON)]
    assert found == [("Locks", 3), ("A lock that nobody shares", 10), ("No `join`", 12)]


def test_the_line_of_a_paragraph_is_where_it_begins():
    lines = LESSON.splitlines()
    assert all(each.text.startswith(lines[each.line - 1]) for each in paragraphs(LESSON))


def test_what_goes_wrong_is_what_begins_in_bold():
    assert mistakes(LESSON) == ["A lock that nobody shares", "No `join`"]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_rule_names_paragraphs_that_the_lesson_has(topic):
    known = {paragraph.title for paragraph in paragraphs(lesson_of(TOPICS[topic]))}
    assert {title for rule in rules(topic) for title in rule.read} <= known


@pytest.mark.parametrize("topic", TOPICS)
def test_every_rule_is_about_a_mistake_of_the_kit(topic):
    seen = set()
    for exercise in EXERCISES:
        if exercise.topic == topic:
            for message in read(ROOT / exercise.messages).values():
                flat = " ".join(f"{exercise.stem}: {message}".split())
                seen.add(next((r for r in rules(topic) if r.when.search(flat)), None))
    assert set(rules(topic)) <= seen


@pytest.mark.parametrize("mistake", KNOWN)
def test_a_failure_leads_to_the_paragraph_about_the_mistake(mistake):
    assert KNOWN[mistake] in told(mistake)


@pytest.mark.parametrize("mistake", UNKNOWN)
def test_where_no_paragraph_is_about_the_mistake_none_is_guessed(mistake):
    assert told(mistake) == []


def test_a_lesson_that_was_rewritten_is_no_fault():
    counter = TOPICS["03_locks"]
    message = read(ROOT / "reference/mistakes/03_locks/counter/messages.txt")["no_lock"]
    assert about(counter, message, "# Something else\n") == []


def test_a_topic_without_rules_is_no_fault():
    assert rules("99_new") == []
    assert Path("exercises/99_new") not in [exercise.lesson.parent for exercise in EXERCISES]
