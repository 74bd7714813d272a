"""Shows what can happen in one test, beyond its verdict: for pictures, predictions, and tests of the learner's own."""

from grading.observe.observing import Observation, observe

__all__ = ["Observation", "observe"]
