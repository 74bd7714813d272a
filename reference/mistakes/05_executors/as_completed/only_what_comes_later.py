# fails test_results_that_are_ready_before_the_first_question_all_come: leaves out what was done before it looked

from concurrent.futures import as_completed


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]

    def results():
        for future in as_completed([future for future in futures if not future.done()]):
            yield future.result()

    return results()
