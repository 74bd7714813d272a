# passes: a queue that holds one token; who has the token may count

import queue

counter = 0
tokens = queue.Queue()
tokens.put("the only token")


def bump(times):
    global counter
    for _ in range(times):
        token = tokens.get()
        try:
            counter += 1
        finally:
            tokens.put(token)
