# fails test_the_very_exception_of_the_task_is_raised: join raises nothing, whatever try stands around it
import threading


def run_and_reraise(task):
    results = []
    thread = threading.Thread(target=lambda: results.append(task()))
    try:
        thread.start()
        thread.join()
    except BaseException as error:
        raise error
    return results[0] if results else None
