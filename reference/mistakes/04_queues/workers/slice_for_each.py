# fails test_a_slow_item_holds_up_no_other: each worker has a share of its own, dealt out beforehand

import threading


def process_all(items, work, workers):
    jobs = list(enumerate(items))
    results = {}
    errors = {}

    def work_share(share):
        for place, item in share:
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error

    threads = [
        threading.Thread(target=work_share, args=(jobs[number::workers],))
        for number in range(workers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place, _ in jobs]
