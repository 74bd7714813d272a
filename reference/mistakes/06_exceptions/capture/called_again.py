# fails test_each_call_runs_its_task_once_in_a_thread_of_its_own: the thread and then the caller run the task
import threading


def run_and_reraise(task):
    errors = []

    def work():
        try:
            task()
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return task()
