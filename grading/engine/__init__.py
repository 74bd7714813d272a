"""The interleaving engine: it decides who runs at every switch point, and can replay what it decided.

Imports go downwards only: explore, then stdlib and hooks, then primitives, then machine, then strategies and clocks,
then trace. `grading/README.md` is the tour.
"""
