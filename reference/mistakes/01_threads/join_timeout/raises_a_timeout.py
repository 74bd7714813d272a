# fails test_answer_is_false_for_a_thread_that_is_still_at_work: it raises where False is asked for.
def finished_within(thread, seconds):
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    return True
