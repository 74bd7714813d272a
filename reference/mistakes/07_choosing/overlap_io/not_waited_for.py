# fails test_pages_come_in_the_order_of_the_urls_though_the_first_is_the_last_to_arrive: returns before the pages are there

import threading


def fetch_all(urls, fetch, limit):
    pages = dict.fromkeys(urls)
    places = threading.Semaphore(limit)

    def work(url):
        with places:
            pages[url] = fetch(url)

    for url in list(pages):
        threading.Thread(target=work, args=(url,)).start()
    return pages
