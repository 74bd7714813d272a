"""What pages for the browser have in common: nothing is loaded, no other script runs, whatever names and messages say.

A page extends `base.html`, which takes in `base.css` and the page's own `style.css`, and sets `script` (or "").
"""

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_SHARED = Path(__file__).parent


def environment(templates: Path) -> "Environment":
    """Jinja2 for the pages in this folder: all text is escaped, and a name that is not given is an error.

    `asset` gives a file of the folder as it is, `csp_hash` the source expression that allows it.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only here: a learner waits
    from markupsafe import Markup  # for every import of the command line

    loader = FileSystemLoader([templates, _SHARED])
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = lambda name: Markup(loader.get_source(made, name)[0])
    made.filters["csp_hash"] = _csp_hash
    return made


def _csp_hash(text: str) -> str:
    """The source expression of CSP level 2 that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
