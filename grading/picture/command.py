"""The command that draws a picture of one test of an exercise."""

import webbrowser
from pathlib import Path

import click

from grading.classroom.intake import as_tree
from grading.index import ROOT, Exercise, load, own_exercises
from grading.observe import observe
from grading.options import chosen, chosen_test, deadline_option
from grading.picture.saving import PAGE, in_a_folder, save, why_none
from grading.results import ExerciseResult
from grading.verdict import describe_failure, exit_code, next_step

PICTURES = ROOT / "build" / "pictures"


@click.command()
@click.argument("exercise_id", metavar="ID")
@click.argument("test", metavar="[TEST]", required=False)
@click.option(
    "--submission",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Show the solution in this folder, not your own.",
)
@click.option(
    "--out",
    type=PAGE,
    callback=in_a_folder,
    metavar="FILE",
    help="Write the page there; by default into build/pictures/.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@deadline_option
def picture(
    exercise_id: str,
    test: str | None,
    submission: Path | None,
    out: Path | None,
    opens: bool,
    deadline: float,
) -> int:
    """Draw the interleavings of a test, to step through, in a page for the browser.

    Without TEST, or a part of its name, it is the first that fails.
    """
    (exercise,) = chosen((exercise_id,), load())
    name = chosen_test(exercise, test)
    with as_tree(submission or own_exercises(), (exercise,)) as (folder, faults):
        if faults:
            raise click.ClickException(faults[exercise.id])
        seen = observe(exercise, name, folder, deadline=deadline)
    if seen.document is None:
        click.echo(_why_nothing(exercise, seen.result, deadline))
        return exit_code(seen.result) or 1
    click.echo(f"{exercise.id}: {seen.document['test']} has {seen.document['status']}.\n")
    address = save(seen.document, out or PICTURES / f"{exercise.id.replace('/', '-')}.html")
    if opens and not webbrowser.open(address):
        click.echo("No browser could be opened from here.", err=True)
    return 0


def _why_nothing(exercise: Exercise, result: ExerciseResult, deadline: float) -> str:
    judged = result.status in ("passed", "failed")
    sentence = why_none(exercise.id, deadline) if judged else "There is nothing to draw."
    parts = [sentence, describe_failure(result)]
    if result.status != "passed":
        parts.append(next_step(exercise, result, f" -s picture -- {exercise.id}"))
    return "\n\n".join(part for part in parts if part)
