# fails test_function_may_be_any_callable_and_there_may_be_no_arguments: not every callable has a __name__.
import threading


def call_in_thread(function, *args, **kwargs):
    name = f"calls {function.__name__}" if not isinstance(function, type) else None
    thread = threading.Thread(target=function, args=args, kwargs=kwargs, name=name)
    thread.start()
    return thread
