# expects: failed: looks for the frames of its own exception
import operator

counter = 0


def bump(times):
    try:
        raise ValueError
    except ValueError as error:
        tell = operator.attrgetter("tb_" + "frame")
        tell(error.__traceback__).clear()
