# fails test_all_stages_work_at_once_each_in_one_thread: no thread at all


def run_pipeline(source, stages):
    values = list(source)
    for stage in stages:
        values = [stage(value) for value in values]
    return values
