# expects: failed; imports unittest.mock: lets mock find the grader, and puts something else in its place
from unittest import mock

counter = 0


def bump(times):
    mock.patch("grading.testing.same", lambda *_: True).start()
