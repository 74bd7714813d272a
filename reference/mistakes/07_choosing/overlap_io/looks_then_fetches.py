# fails test_a_url_that_comes_again_is_fetched_once: two threads both find that the page is not there yet

from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    urls = list(urls)
    pages = {}

    def work(url):
        if url not in pages:
            pages[url] = fetch(url)

    with ThreadPoolExecutor(limit) as pool:
        list(pool.map(work, urls))
    return {url: pages[url] for url in urls}
