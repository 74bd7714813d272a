# fails test_answer_is_false_for_a_thread_that_is_still_at_work: there is no limit to its join.
def finished_within(thread, seconds):
    thread.join()
    return not thread.is_alive()
