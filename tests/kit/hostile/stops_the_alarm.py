# expects: failed; imports signal, time; never ends: takes the signals for itself, and waits
import signal
import time

counter = 0


def bump(times):
    try:
        for number in signal.valid_signals():
            signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
    while True:
        time.sleep(1)
