# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: the caller runs the task itself


def run_and_reraise(task):
    return task()
