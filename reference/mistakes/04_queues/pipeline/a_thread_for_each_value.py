# fails test_each_stage_has_a_thread_of_its_own_which_has_ended_on_return: the threads belong to the values, and each calls all stages

import threading


def run_pipeline(source, stages):
    results, errors = {}, []

    def work(number, value):
        try:
            for stage in stages:
                value = stage(value)
            results[number] = value
        except Exception as error:
            errors.append(error)

    threads = []
    try:
        for number, value in enumerate(source):
            threads.append(threading.Thread(target=work, args=(number, value)))
            threads[-1].start()
    finally:
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
    return [results[number] for number in range(len(threads))]
