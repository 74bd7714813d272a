# fails test_many_short_calls_keep_their_results: daemons are not waited for either.
import threading


def gather(functions):
    results = {}

    def call(place, function):
        results[place] = function()

    for place, function in enumerate(functions):
        threading.Thread(target=call, args=(place, function), daemon=True).start()
    return [results[place] for place in sorted(results)]
