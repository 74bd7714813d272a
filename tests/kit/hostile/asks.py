# expects: grader_error: waits for somebody to type
counter = 0


def bump(times):
    input()
