# expects: invalid: looks for the test in the frames of its own exception
counter = 0


def bump(times):
    try:
        raise ValueError
    except ValueError as error:
        error.__traceback__.tb_frame.f_back
