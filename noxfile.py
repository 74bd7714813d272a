"""Threadlings. Start with `nox`: it says what to do next."""

import os
import subprocess
import sys
from pathlib import Path

import nox

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
BETWEEN = (
    "3.12"  # what holds on 3.11 and on 3.13 need not be verified a third time: it takes minutes
)
PROJECT = nox.project.load_toml("pyproject.toml")
TOOLS = PROJECT["project"]["dependencies"]
GROUPS = {name: nox.project.dependency_groups(PROJECT, name) for name in ("bench", "kit", "lint")}
SHARED = Path(".nox", "shared")  # one environment for all commands that take part in learning
BENCH = Path(".nox", "bench")

nox.needs_version = ">=2025.2.9"
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = False
if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs nox may have an older one
    sys.exit("Threadlings needs Python 3.11 or newer: install it, then run nox with it.")


@nox.session(venv_backend="none")
def learn(session: nox.Session) -> None:
    """Judge your exercises in order, show your progress and say what to do next."""
    _grading(session, "learn", fine=(0, 1))


@nox.session(venv_backend="none", default=False)
def check(session: nox.Session) -> None:
    """Judge one exercise: nox -s check -- 03_locks/counter."""
    _grading(session, "check")


@nox.session(venv_backend="none", default=False)
def watch(session: nox.Session) -> None:
    """Judge the exercise that you work on at every save: nox -s watch [-- counter]."""
    _grading(session, "watch")


@nox.session(name="next", venv_backend="none", default=False)
def next_(session: nox.Session) -> None:
    """Say which exercise comes next, and what it wants."""
    _grading(session, "next")


@nox.session(name="list", venv_backend="none", default=False)
def list_(session: nox.Session) -> None:
    """List the exercises, and which of them are done."""
    _grading(session, "list")


@nox.session(venv_backend="none", default=False)
def hint(session: nox.Session) -> None:
    """Give a hint, each time one that says more: nox -s hint -- counter."""
    _grading(session, "hint")


@nox.session(venv_backend="none", default=False)
def explain(session: nox.Session) -> None:
    """Explain a failure, in words and by the lesson: nox -s explain -- counter."""
    _grading(session, "explain")


@nox.session(venv_backend="none", default=False)
def picture(session: nox.Session) -> None:
    """Draw the interleaving to step through, in a page for the browser: nox -s picture -- counter."""
    _grading(session, "picture")


@nox.session(venv_backend="none", default=False)
def quiz(session: nox.Session) -> None:
    """Predict what can come out, then see all that can: nox -s quiz -- counter."""
    _grading(session, "quiz")


@nox.session(venv_backend="none", default=False)
def explore(session: nox.Session) -> None:
    """Try a test of your own under every interleaving: nox -s explore -- my_file.py::test_name."""
    _grading(session, "explore")


@nox.session(venv_backend="none", default=False)
def solution(session: nox.Session) -> None:
    """Show the model solution beside yours, when yours passes or you give up: nox -s solution -- counter."""
    _grading(session, "solution")


@nox.session(venv_backend="none", default=False)
def reset(session: nox.Session) -> None:
    """Begin an exercise again, with a backup of yours: nox -s reset -- counter."""
    _grading(session, "reset")


@nox.session(venv_backend="none", default=False)
def grade(session: nox.Session) -> None:
    """Score a submission: nox -s grade -- FOLDER [--json FILE] [--only ID]."""
    _grading(session, "grade")


@nox.session(venv_backend="none", default=False)
def grade_class(session: nox.Session) -> None:
    """Grade a class: nox -s grade_class -- SUBMISSIONS [--gradebook FILE] [--jobs N]."""
    _grading(session, "class")


@nox.session(venv_backend="none", default=False)
def regrade(session: nox.Session) -> None:
    """Grade again what an older kit has graded: nox -s regrade [-- --gradebook FILE]."""
    _grading(session, "regrade")


@nox.session(venv_backend="none", default=False)
def handout(session: nox.Session) -> None:
    """Write what the class gets, without answers and hidden tests: nox -s handout -- OUT."""
    _grading(session, "handout")


@nox.session(venv_backend="none", default=False)
def export(session: nox.Session) -> None:
    """Give grades to a platform or to people: nox -s export -- --format FORMAT [--out FILE]."""
    _grading(session, "export")


@nox.session(venv_backend="none", default=False)
def verify(session: nox.Session) -> None:
    """Prove the exercises: references pass, stubs and mistakes fail as they should."""
    _grading(session, "verify")


@nox.session(venv_backend="none", default=False)
def new(session: nox.Session) -> None:
    """Begin a new exercise of the kit: nox -s new -- 03_locks/gate."""
    _grading(session, "new")


@nox.session(venv_backend="none", default=False)
def bench(session: nox.Session) -> None:
    """Measure the engine beside other tools, its memory, and what judging and grading a class cost."""
    python = _environment(session, BENCH, TOOLS, "3.13", "3.12", sys.executable)
    for tool in GROUPS["bench"]:
        if subprocess.call([python, "-m", "pip", "install", "--quiet", tool]):
            session.log(f"{tool} cannot be installed here, so it is left out.")
    subprocess.check_call([python, "-m", "grading", "bench"])


@nox.session(python=PYTHONS, default=False)
def tests(session: nox.Session) -> None:
    """Run the kit's own tests on each Python that is there, and verify but on 3.12."""
    _install(session, *TOOLS, *GROUPS["kit"])
    session.run("python", "-m", "pytest", "-n", "auto", "tests/kit", *session.posargs)
    if session.python != BETWEEN:
        session.run("python", "-m", "grading", "verify")


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Change the references in many small ways; the suites must notice: nox -s mutation [-- --only ID]."""
    _install(session, *TOOLS)
    session.run("python", "-m", "tests.kit.mutation", *session.posargs)


@nox.session(default=False)
def lint(session: nox.Session) -> None:
    """Check style, format and types of the kit."""
    _install(session, *TOOLS, *GROUPS["lint"])
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")


def _grading(session: nox.Session, command: str, fine: tuple[int, ...] = (0,)) -> None:
    """Runs a command of the kit; a code that is not fine becomes nox's own exit code."""
    python = _environment(session, SHARED, TOOLS, sys.executable)
    code = subprocess.call([python, "-m", "grading", command, *session.posargs])
    if code not in fine:
        sys.exit(code)  # session.error would make every code a 1


def _environment(session: nox.Session, folder: Path, packages: list[str], *pythons: str) -> Path:
    """The interpreter of an environment in `folder`, made with the first of `pythons` that is there, or up to date."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed.txt"
    wanted = "\n".join([sys.version, *packages])
    if not (python.exists() and stamp.exists() and stamp.read_text() == wanted):
        session.log("Installing what Threadlings needs (only this once) ...")
        choice = [part for each in pythons for part in ("--python", each)]
        virtualenv = [sys.executable, "-m", "virtualenv", "--quiet", "--clear"]
        subprocess.check_call([*virtualenv, *choice, folder])
        subprocess.check_call([python, "-m", "pip", "install", "--quiet", *packages])
        stamp.write_text(wanted)
    return python


def _install(session: nox.Session, *requirements: str) -> None:
    """Installs into the session's own environment, unless the same was installed before."""
    stamp = Path(session.virtualenv.location, "installed.txt")
    if not stamp.exists() or stamp.read_text() != "\n".join(requirements):
        session.install(*requirements)
        stamp.write_text("\n".join(requirements))
