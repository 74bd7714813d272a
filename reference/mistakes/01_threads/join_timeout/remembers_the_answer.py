# fails test_answer_is_a_new_one_each_time: an answer that was given once goes out of date.
import functools


@functools.cache
def finished_within(thread, seconds):
    thread.join(seconds)
    return not thread.is_alive()
