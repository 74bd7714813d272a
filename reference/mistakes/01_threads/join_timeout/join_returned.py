# fails test_answer_is_false_for_a_thread_that_is_still_at_work: join comes back either way.
def finished_within(thread, seconds):
    thread.join(seconds)
    return True
