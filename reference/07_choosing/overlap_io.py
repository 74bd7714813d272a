"""Fetch many pages at the same time, but never more of them than the server allows.

A pool of `limit` threads is the limit: a thread that is done takes the next url at once. The dict
of futures holds each url once, in the order given, so asking in that order raises the first failure.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def fetch_all(urls: Iterable[str], fetch: Callable[[str], Any], limit: int) -> dict[str, Any]:
    """Return {url: fetch(url)}, with at most `limit` calls at a time."""
    with ThreadPoolExecutor(limit) as pool:
        futures = {url: pool.submit(fetch, url) for url in dict.fromkeys(urls)}
    return {url: future.result() for url, future in futures.items()}


if __name__ == "__main__":

    def slow_fetch(url: str) -> str:
        print("fetching", url)
        time.sleep(0.3)
        return f"the page of {url}"

    begun = time.perf_counter()
    pages = fetch_all(["/news", "/music", "/news", "/sport", "/maps"], slow_fetch, 2)
    print(f"{len(pages)} pages in {time.perf_counter() - begun:.1f} seconds")
