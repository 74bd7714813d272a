"""Fetch many pages at the same time, but never more of them than the server allows.

A fetch is nearly all waiting, and threads can wait side by side. The list may name a page twice.
Goal: keep `limit` fetches under way as long as there are urls, and give each page once.

Done when every distinct url is fetched once, a fetch that ends makes room for the next at once,
and the pages are in the order of the urls, or the first failing url's exception is raised.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any


def fetch_all(urls: Iterable[str], fetch: Callable[[str], Any], limit: int) -> dict[str, Any]:
    """Return {url: fetch(url)}, with at most `limit` calls at a time."""
    pages = {}
    for url in urls:  # TODO: fetch a url that comes again only once.
        pages[url] = fetch(url)  # TODO: in `limit` threads; this waits for one page after another.
    return pages


if __name__ == "__main__":

    def slow_fetch(url: str) -> str:
        print("fetching", url)
        time.sleep(0.3)
        return f"the page of {url}"

    begun = time.perf_counter()
    pages = fetch_all(["/news", "/music", "/news", "/sport", "/maps"], slow_fetch, 2)
    print(f"{len(pages)} pages in {time.perf_counter() - begun:.1f} seconds")
    print("(4 fetches of 0.3 seconds, 2 at a time: 0.6 when they overlap)")
