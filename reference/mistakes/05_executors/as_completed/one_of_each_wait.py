# fails test_results_that_are_ready_before_the_first_question_all_come: of those done at the same time only one is given

from concurrent.futures import FIRST_COMPLETED, wait


def in_finish_order(executor, functions):
    futures = {executor.submit(function) for function in functions}

    def results():
        pending = futures
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield done.pop().result()

    return results()
