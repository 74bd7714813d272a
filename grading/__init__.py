"""Threadlings' grader: judges thread exercises under every interleaving that matters."""

import sys

__version__ = "0.1.0"
WIDTH = 80  # columns of a terminal, for messages
NOX = "python -m nox" if sys.platform == "win32" else "python3 -m nox"  # for messages
