# fails test_each_call_saves_exactly_once: a save that was made before is not made again

import threading

threads = {}


def save_in_background(save):
    if save not in threads:
        threads[save] = threading.Thread(target=save, daemon=False)
        threads[save].start()
    return threads[save]
