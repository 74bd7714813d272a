"""Threads that both miss both compute, and the search finds it."""

import pytest

from tests.kit.engine.programs import assert_fails, assert_holds

CACHED = """
    from functools import cache, lru_cache

    calls = []
    lock = threading.Lock()

    @{}
    def load(key):
        calls.append(key)
        return key * 2

    def work():
        {}
            assert load(3) == 6

    def test():
        in_threads(work, work)
        assert calls == [3]
"""
PROPERTY = """
    from functools import cached_property

    calls = []
    lock = threading.Lock()

    class Table:
        @cached_property
        def rows(self):
            calls.append(1)
            return [1]

    table = Table()

    def work():
        {}
            assert table.rows == [1]

    def test():
        in_threads(work, work)
        assert calls == [1]
"""
CACHES = ["cache", "lru_cache", "lru_cache(4)", "lru_cache(maxsize=None)"]


@pytest.mark.parametrize("decorator", CACHES)
def test_function_is_called_twice_if_both_threads_look_before_one_stores(decorator):
    assert_fails(CACHED.format(decorator, "if True:"))


@pytest.mark.parametrize("decorator", CACHES)
def test_function_is_called_once_if_looking_and_storing_are_under_a_lock(decorator):
    assert_holds(CACHED.format(decorator, "with lock:"))


def test_property_is_computed_twice_without_a_lock_on_any_version():
    assert_fails(PROPERTY.format("if True:"))
    assert_holds(PROPERTY.format("with lock:"))


def test_property_that_was_computed_before_is_shared():
    assert_holds(PROPERTY.format("if True:").replace("in_threads", "table.rows; in_threads"))


def test_last_of_two_results_stays_in_the_cache():
    source = """
        from functools import cache

        seen = []

        @cache
        def token():
            return object()

        def test():
            in_threads(*[lambda: seen.append(token())] * 2)
            assert {}
    """
    assert_fails(source.format("seen[0] is seen[1]"))
    assert_holds(source.format("token() in seen"))


def test_cache_that_is_asked_about_or_cleared_meanwhile_says_either():
    source = """
        from functools import lru_cache

        @lru_cache
        def half(n):
            return n // 2

        def test():
            half(4)
            threads = [threading.Thread(target=f) for f in (lambda: half(6), {})]
            for thread in threads:
                thread.start()
            found = half.cache_info().currsize
            for thread in threads:
                thread.join()
            assert found {}
    """
    for asked in ("== 1", "== 2"):
        assert_fails(source.format("int", asked))
    assert_fails(source.format("half.cache_clear", "> 0"))
    assert_holds(source.format("int", "in (1, 2)"))


def test_entry_that_is_dropped_depends_on_who_looked_last():
    source = """
        from functools import lru_cache

        calls = []

        @lru_cache(maxsize=2)
        def load(key):
            calls.append(key)
            return key

        def test():
            load(1)
            load(2)
            in_threads(lambda: load(1), lambda: load(2))
            load(3)
            {}
            calls.clear()
            load(1)
            assert calls == {}
    """
    assert_fails(source.format("pass", [1]))
    assert_fails(source.format("pass", []))
    assert_holds(source.format("load.cache_clear()", [1]))


def test_cached_function_says_of_itself_what_the_real_one_says():
    assert_holds("""
        from functools import lru_cache

        def plain(n, *, m=1):
            "Adds."
            return n + m

        class Sums:
            @lru_cache(maxsize=8, typed=True)
            def add(self, n):
                return n + 1

        def test():
            add = lru_cache(maxsize=8, typed=True)(plain)
            assert add(1, m=2) == add(1, m=2) == 3
            assert add.cache_info() == (1, 1, 8, 1)
            assert add.cache_parameters() == {"maxsize": 8, "typed": True}
            assert add.__wrapped__ is plain and add.__doc__ == "Adds."
            add.cache_clear()
            assert add.cache_info().currsize == 0
            assert Sums().add(1) == 2
    """)


def test_recursive_function_may_be_cached():
    assert_holds("""
        from functools import cache

        @cache
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)

        def test():
            in_threads(*[lambda: fib(2)] * 2)
            assert fib(10) == 55
    """)


def test_timeline_shows_looks_and_stores_and_computes_nothing_itself():
    verdict = assert_fails(PROPERTY.format("if True:"))
    notes = [step.note for step in verdict.failing.recorded if " rows" in step.note]
    assert [note.split()[0] for note in notes[:2]] == ["reads", "reads"]
    assert notes.count("writes rows = [1]") == 2
    verdict = assert_fails(CACHED.format("cache", "if True:"))
    notes = [step.note for step in verdict.failing.recorded if " entries" in step.note]
    assert notes == ["reads entries = 0"] * 2 + ["writes entries = 1"] * 2
