# fails test_tasks_may_come_from_a_generator_and_there_may_be_none: a generator has no length.
import threading


def run_all(tasks):
    threads = []
    for number in range(len(tasks)):
        threads.append(threading.Thread(target=tasks[number]))
        threads[number].start()
    for thread in threads:
        thread.join()
