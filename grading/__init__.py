"""Threadlings' grader: judges thread exercises under every interleaving that matters."""

__version__ = "0.1.0"
