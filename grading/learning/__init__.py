"""The learner's road: what is remembered, what comes next, hints, beginning again, the solution, explanations.

All but `commands.py` gives text or small dataclasses and prints nothing.
"""
