# expects: failed: finds sys, and so all modules, in threading
import threading

counter = 0


def bump(times):
    threading._sys.modules.clear()
