# fails test_pages_come_in_the_order_of_the_urls_though_the_first_is_the_last_to_arrive: a page is put where it arrives

from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch_all(urls, fetch, limit):
    with ThreadPoolExecutor(limit) as pool:
        url_of = {pool.submit(fetch, url): url for url in dict.fromkeys(urls)}
        return {url_of[future]: future.result() for future in as_completed(url_of)}
