# expects: invalid: is something else in the encoding that it names, coding: utf-7
counter = 0


def bump(times):
    +AF8AXw-import+AF8AXw-("os")._exit(0)
