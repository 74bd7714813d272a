"""The autograder that is uploaded to Gradescope: a zip with its two scripts and the kit, without the answers.

Specification: https://gradescope-autograders.readthedocs.io/en/latest/specs/ (both scripts in the root of the zip).
"""

import os
import stat
import tempfile
import zipfile
from pathlib import Path

from grading.classroom.kit_copy import copy_kit, require_new

_TEMPLATES = Path(__file__).parents[1] / "templates" / "gradescope"
_SCRIPTS = ("setup.sh", "run_autograder")


def write_gradescope_zip(out: Path) -> tuple[Path]:
    """Writes the zip, whole or not at all, and gives its path. Raises NoCopy."""
    require_new(out)
    part = out.with_name(f"{out.name}.part")
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        kit = Path(folder, "kit")
        copy_kit(kit)
        for name in _SCRIPTS:
            member = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            member.external_attr = (
                stat.S_IFREG | 0o755
            ) << 16  # Gradescope starts them as they are
            archive.writestr(member, (_TEMPLATES / name).read_bytes())
        for file in sorted(kit.rglob("*")):
            archive.write(file, file.relative_to(folder).as_posix())
    os.replace(part, out)
    return (out,)
