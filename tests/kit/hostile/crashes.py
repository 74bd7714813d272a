# expects: failed; imports ctypes: crashes the interpreter
import ctypes

counter = 0


def bump(times):
    ctypes.string_at(0)
