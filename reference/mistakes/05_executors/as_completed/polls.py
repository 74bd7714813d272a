# fails test_waiting_next_returns_as_soon_as_a_result_is_ready: looks at the futures, naps and looks again

import time


def in_finish_order(executor, functions):
    futures = [executor.submit(function) for function in functions]

    def results():
        pending = list(futures)
        while pending:
            for future in list(pending):
                if future.done():
                    pending.remove(future)
                    yield future.result()
            time.sleep(60)

    return results()
