# fails test_answer_is_true_for_a_thread_that_has_ended_before: alive is not ended.
def finished_within(thread, seconds):
    thread.join(seconds)
    return thread.is_alive()
