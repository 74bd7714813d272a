# expects: failed; imports socket; only where confined: sends what it knows to somebody else
import socket

counter = 0


def bump(times):
    with socket.create_connection(("1.1.1.1", 53), timeout=1):
        global counter
        counter += times
