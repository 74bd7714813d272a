# fails test_answer_is_true_for_a_thread_that_has_ended_before: join always returns None.
def finished_within(thread, seconds):
    return thread.join(seconds)
