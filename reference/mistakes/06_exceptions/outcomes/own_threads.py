# fails test_every_call_is_made_once_by_a_thread_of_the_executor: a thread for each call, while the executor is idle
import threading


def outcomes(executor, functions):
    report = {}

    def attempt(place, function):
        try:
            report[place] = ("ok", function())
        except Exception as error:
            report[place] = ("error", error)

    threads = [threading.Thread(target=attempt, args=pair) for pair in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [report[place] for place in range(len(threads))]
