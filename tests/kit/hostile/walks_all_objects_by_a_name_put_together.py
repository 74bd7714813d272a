# expects: failed: looks for the results among all objects
counter = 0


def bump(times):
    __import__("g" + "c").get_objects()
