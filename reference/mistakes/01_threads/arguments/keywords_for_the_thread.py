# fails test_keywords_that_a_thread_knows_too_go_to_the_function: Thread takes the keywords itself.
import threading


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args, **kwargs)
    thread.start()
    return thread
