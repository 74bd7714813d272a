"""Grades a class: what the platforms give out becomes submissions, and submissions become marks."""
