# expects: invalid: executes what nobody has read
counter = 0


def bump(times):
    exec("import " + "os")
