"""The commands that show what can happen: quiz, explore."""

import sys
from pathlib import Path

import click

from grading import NOX
from grading.engine.trace import Schedule
from grading.index import load, own_exercises
from grading.observe import observe
from grading.observe.choosing import controlled_tests, listed
from grading.observe.own import judge_own, observe_own
from grading.observe.quiz import code_of_interest, predictions, question, reveal
from grading.observe.reading import Refused, read
from grading.observe.telling import describe_own
from grading.options import chosen, chosen_test, deadline_option
from grading.picture.saving import PAGE, in_a_folder, save, why_none
from grading.verdict import describe_failure, exit_code


@click.command()
@click.argument("exercise_id", metavar="ID")
@click.argument("test", metavar="[TEST]", required=False)
@click.option(
    "--predict",
    metavar="VALUES",
    help='What you think can come out, such as "2 3 4" or "3 deadlock"; asked for by default.',
)
@deadline_option
def quiz(exercise_id: str, test: str | None, predict: str | None, deadline: float) -> int:
    """Predict what can come out of a test, then see all that can.

    Without TEST, or a part of its name, it is the first that fails; if none does, one with several interleavings.
    """
    (exercise,) = chosen((exercise_id,), load())
    name = chosen_test(exercise, test)
    folder = own_exercises()
    seen = observe(exercise, name, folder, deadline=deadline)
    if seen.outcomes is None or seen.document is None:
        click.echo(f"There is nothing to predict.\n\n{describe_failure(seen.result)}".rstrip())
        return exit_code(seen.result) or 1
    click.echo(f"{exercise.id}: {seen.document['test']}\n")
    if code := code_of_interest(exercise, exercise.stub(folder)):
        click.echo(f"{code}\n")
    click.echo(question(seen.outcomes))
    if predict is None and sys.stdin.isatty():
        click.echo(
            "Write all that you think possible, with spaces between (deadlock and error too)."
        )
        predict = click.prompt("", default="", show_default=False, prompt_suffix="> ")
    click.echo()
    click.echo(reveal(seen.outcomes, predictions(predict) if predict else None))
    if seen.outcomes.executed == 1 and name is None:
        others = [each for each in controlled_tests(exercise) if each != seen.document["test"]]
        click.echo(f"\nAnother test may have more to it:{listed(others)}")
    test_name = f"{exercise.id}::{seen.document['test']}"
    click.echo(f"\nreplay:  {NOX} -s check -- {test_name} --schedule ONE")
    return 0


@click.command()
@click.argument("target", metavar="FILE[::TEST]")
@click.option(
    "--schedule",
    metavar="TOKEN",
    help="Replay one schedule of a test, as the failure that it belongs to prints it.",
)
@click.option(
    "--picture",
    "page",
    type=PAGE,
    callback=in_a_folder,
    metavar="FILE",
    help="Draw the first test that fails, or one that passes, in a page for the browser.",
)
@deadline_option
def explore(target: str, schedule: str | None, page: Path | None, deadline: float) -> int:
    """Try tests of your own under every interleaving that matters.

    A test is a function test_... without parameters, in plain Python: assert, or expect of grading.testing. FILE and
    the modules beside it that it imports are controlled; installed packages, files and processes are not. It runs in a
    process of its own that sees none of your other files and no network; what it prints is not shown.
    """
    try:
        file = read(target)
        token = schedule and Schedule.parse(schedule).token
    except (Refused, ValueError) as error:
        raise click.UsageError(str(error)) from error
    if token and len(file.tests) > 1:
        raise click.UsageError(f"A schedule belongs to one test: write {target}::{file.tests[0]}.")
    if token and page:
        raise click.UsageError(
            "A picture shows all schedules that were executed: leave out --schedule."
        )
    result, report = judge_own(file, token, deadline)
    click.echo(describe_own(file, result, report))
    if page and result.status in ("passed", "failed"):
        document = observe_own(file, None, deadline).document
        click.echo()
        if document is None:
            click.echo(why_none(file.path.name, deadline))
        else:
            save(document, page)
    return exit_code(result)


OBSERVING = (quiz, explore)
