"""After the SCTBench program circular_buffer_bad: a round without its turn is counted as if it had had one."""

import threading

ROUNDS = 7
lock = threading.Lock()
buffer = [None] * 10
first = end = 0
sending, receiving = True, False


def send():
    global end, sending, receiving
    for item in range(ROUNDS):
        with lock:
            if sending:
                buffer[end] = item
                end = (end + 1) % len(buffer)
                sending, receiving = False, True


def receive():
    global first, sending, receiving
    for item in range(ROUNDS):
        with lock:
            if receiving:
                first += 1
                assert buffer[first - 1] == item
                sending, receiving = True, False


THREADS = send, receive


def check():
    assert first <= end
