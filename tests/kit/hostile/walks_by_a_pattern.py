# expects: invalid: lets a pattern walk to where the results are
counter = 0


def bump(times):
    match bump:
        case object(__globals__=found):
            found.clear()
