"""07_choosing/overlap_io: at most `limit` fetches at a time, and `limit` of them really overlap."""

import contextlib
import http.server
import threading
import urllib.request

import pytest

from grading.testing import Call, Gate, Meeting, expect, expect_error, settle


class FetchFailed(Exception):
    """What a failing fetch raises."""


def expect_pages(called, got, expected):
    """The pages are a dict, in this order."""
    pages = dict(got) if issubclass(type(got), dict) else got
    expect(called, got=pages, expected=expected)
    expect(f"the order of {called}", got=list(got), expected=list(expected))


class HeldFetches:
    """Fetches that stay under way until the test lets them end."""

    def __init__(self, urls):
        self.gates = {url: Gate() for url in urls}
        self.begun = []

    def __call__(self, url):
        self.begun.append(url)
        self.gates[url].wait()
        return url.upper()

    def end(self, *urls):
        for url in urls:
            self.gates[url].open()


class Site:
    """Answers requests: each is held until `limit` of them have come."""

    def __init__(self, limit):
        self._meeting = Meeting(limit)
        self._log = []

    def answer(self, path):
        self._log.append(path)
        self._meeting.meet()
        self._log.append(None)
        return f"page {path}"

    @property
    def requests(self):
        return sorted(path for path in self._log if path)

    @property
    def most_at_a_time(self):
        under_way = [0]
        for path in self._log:
            under_way.append(under_way[-1] + (1 if path else -1))
        return max(under_way)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers what the site of its server says."""

    def do_GET(self):
        body = self.server.site.answer(self.path).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


@contextlib.contextmanager
def online(site):
    """Run a server for the site on this machine; give the function that fetches from it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.site = site
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def fetch(path):
        with opener.open(f"http://127.0.0.1:{server.server_port}{path}") as response:
            return response.read().decode()

    try:
        yield fetch
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.points(1)
@pytest.mark.budget(200)
def test_pages_come_in_the_order_of_the_urls_though_the_first_is_the_last_to_arrive(exercise):
    b_has_ended = Gate()

    def fetch(url):
        if url == "a":
            b_has_ended.wait()
        if url == "b":
            b_has_ended.open()
        return url.upper()

    called = "fetch_all(['a', 'b'], fetch, 2) where 'a' takes longer than 'b'"
    expect_pages(called, exercise.fetch_all(["a", "b"], fetch, 2), {"a": "A", "b": "B"})


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_limit_fetches_are_under_way_and_never_more(exercise):
    fetch = HeldFetches("abc")
    pages = Call(exercise.fetch_all, ["a", "b", "c"], fetch, 2)
    settle()
    called = "fetch_all(['a', 'b', 'c'], fetch, 2): how many are under way at the same time?"
    expect(called, got=len(fetch.begun), expected=2)
    fetch.end("a", "b", "c")
    expect_pages(
        "fetch_all(['a', 'b', 'c'], fetch, 2)", pages.result(), {"a": "A", "b": "B", "c": "C"}
    )


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_the_next_fetch_begins_as_soon_as_any_has_ended(exercise):
    fetch = HeldFetches("abc")
    pages = Call(exercise.fetch_all, ["a", "b", "c"], fetch, 2)
    settle()
    fetch.end(*fetch.begun[1:2])
    settle()
    called = "fetch_all(['a', 'b', 'c'], fetch, 2): begun when one of the first two has ended"
    expect(called, got=sorted(fetch.begun), expected=["a", "b", "c"])
    fetch.end("a", "b", "c")
    pages.result()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_a_url_that_comes_again_is_fetched_once(exercise):
    fetched = []

    def fetch(url):
        fetched.append(url)
        return url.upper()

    urls = (url for url in ["b", "a", "b", "b"])
    called = "fetch_all(generator of 'b', 'a', 'b', 'b', fetch, 2)"
    expect_pages(called, exercise.fetch_all(urls, fetch, 2), {"b": "B", "a": "A"})
    expect(f"the urls fetched by {called}", got=sorted(fetched), expected=["a", "b"])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(80)
def test_any_body_is_kept(exercise):
    bodies = {"a": None, "b": False, "c": ValueError("a body, not a failure"), "d": ""}
    called = f"fetch_all({list(bodies)}, fetch, 1) where fetch gives {list(bodies.values())}"
    expect_pages(called, exercise.fetch_all(list(bodies), lambda url: bodies[url], 1), bodies)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_there_may_be_fewer_urls_than_limit_or_none(exercise):
    expect_pages("fetch_all([], fetch, 2)", exercise.fetch_all([], str.upper, 2), {})
    expect_pages("fetch_all(['a'], fetch, 3)", exercise.fetch_all("a", str.upper, 3), {"a": "A"})


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
@pytest.mark.escapes
def test_the_exception_of_the_first_failing_url_in_their_order_is_raised(exercise):
    errors = {"b": FetchFailed("b"), "c": FetchFailed("c")}
    c_fails = Gate()

    def fetch(url):
        if url == "b":
            c_fails.wait()
        if url == "c":
            c_fails.open()
        if url in errors:
            raise errors[url]
        return url.upper()

    called = "fetch_all(['a', 'b', 'c'], fetch, 2) where 'c' fails, then 'b'"
    expect_error(called, errors["b"], exercise.fetch_all, ["a", "b", "c"], fetch, 2)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(150)
@pytest.mark.escapes
def test_a_failing_fetch_makes_nothing_hang(exercise):
    for failing in ("a", "c"):
        error = FetchFailed(failing)

        def fetch(url, failing=failing, error=error):
            if url == failing:
                raise error
            return url.upper()

        called = f"fetch_all(['a', 'b', 'c'], fetch, 1) where {failing!r} fails"
        expect_error(called, error, exercise.fetch_all, ["a", "b", "c"], fetch, 1)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(150)
def test_each_call_fetches_anew_and_has_its_own_limit(exercise):
    fetched = []
    for _ in range(2):
        exercise.fetch_all(["a"], fetched.append, 1)
    called = "fetch_all(['a'], fetch, 1), called twice: the urls fetched"
    expect(called, got=fetched, expected=["a", "a"])
    meeting = Meeting(2)

    def fetch(url):
        meeting.meet()
        return url.upper()

    called = "fetch_all(['a', 'b'], fetch, 2) after fetch_all(['a'], fetch, 1)"
    expect_pages(called, exercise.fetch_all(["a", "b"], fetch, 2), {"a": "A", "b": "B"})


@pytest.mark.points(1)
@pytest.mark.budget(80)
@pytest.mark.repetitions(10)
def test_limit_requests_are_under_way_at_a_server(exercise, world):
    """The server is a real one, but in the model world, which has no sockets."""
    site = Site(2)
    with online(site) if world == "live" else contextlib.nullcontext(site.answer) as fetch:
        got = exercise.fetch_all(["/a", "/b", "/a", "/c"], fetch, 2)
    called = "fetch_all(['/a', '/b', '/a', '/c'], fetch, 2)"
    expect_pages(called, got, {"/a": "page /a", "/b": "page /b", "/c": "page /c"})
    expect(f"requests of {called}", got=site.requests, expected=["/a", "/b", "/c"])
    expect(f"requests of {called} at a time", got=site.most_at_a_time, expected=2)
