"""What the class gets: a folder (a git repository, if git is there) and a zip, without answers and hidden tests."""

import shutil
import subprocess
from pathlib import Path

from grading import __version__
from grading.classroom.kit_copy import copy_kit, hide, require_new

_TEMPLATES = Path(__file__).parents[1] / "templates"


def write_handout(out: Path) -> tuple[Path, ...]:
    """Writes the handout to `out` and beside it as a zip; both paths. Raises NoCopy."""
    archive = out.with_name(f"{out.name}.zip")
    require_new(out)
    require_new(archive)
    copy_kit(out)
    hide(out)
    shutil.rmtree(out / "grading" / "templates")
    shutil.copyfile(_TEMPLATES / "handout" / "README.md", out / "README.md")
    shutil.make_archive(str(out), "zip", out.parent, out.name)
    _commit(out)
    return out, archive


def _commit(out: Path) -> None:
    if not shutil.which("git"):
        return
    identity = ["-c", "user.name=Threadlings", "-c", "user.email=threadlings@localhost"]
    message = f"Threadlings {__version__}: the exercises"
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", message]):
        subprocess.run(["git", *identity, *arguments], cwd=out, check=True)
