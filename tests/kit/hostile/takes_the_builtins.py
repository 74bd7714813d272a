# expects: invalid: takes the builtins, hooks of the grader among them
counter = 0


def bump(times):
    __builtins__.clear()
