# expects: invalid: lets every comparison succeed
import grading.values

counter = 0


def bump(times):
    grading.values.same = lambda *_: True
