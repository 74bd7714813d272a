# passes: a Future for each call, which its own thread fills.
import threading
from concurrent.futures import Future


def fill(future, function):
    try:
        future.set_result(function())
    except BaseException as error:
        future.set_exception(error)


def gather(functions):
    futures = []
    for function in functions:
        future = Future()
        threading.Thread(target=fill, args=(future, function)).start()
        futures.append(future)
    return [future.result() for future in futures]
