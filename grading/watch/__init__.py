"""Judges the exercise that a learner works on at every save, and shows it: `python -m grading watch`."""
