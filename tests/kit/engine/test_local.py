from tests.kit.engine.programs import assert_fails, assert_holds

SCRATCH = """
    class Plain: pass

    {}

    def work(n):
        scratch.value = n
        assert scratch.value == n

    def test():
        in_threads(lambda: work(1), lambda: work(2))
"""


def test_shared_attribute_is_overwritten():
    assert_fails(SCRATCH.format("scratch = Plain()"), "escaped", "AssertionError")


def test_thread_local_attribute_is_each_threads_own():
    assert_holds(SCRATCH.format("scratch = threading.local()"))


def test_attribute_of_another_thread_is_missing():
    assert_fails(
        """
        def test():
            scratch = threading.local()
            scratch.value = 1
            in_threads(lambda: scratch.value)
        """,
        "escaped",
        "AttributeError",
    )


def test_subclass_is_initialized_once_in_each_thread():
    assert_holds("""
        made = []

        class Scratch(threading.local):
            def __init__(self):
                made.append(threading.current_thread().name)
                self.items = []

        def test():
            scratch = Scratch()

            def work():
                scratch.items.append(1)
                assert scratch.items == [1]

            in_threads(work)
            assert made == ["MainThread", "A"]
    """)


def test_idents_and_names_are_counted_anew_in_each_execution():
    assert_holds("""
        seen = []

        def test():
            note = lambda: seen.append(
                (threading.get_ident(), threading.current_thread().name)
            )
            note()
            for _ in range(2):
                thread = threading.Thread(target=note)
                thread.start()
                thread.join()
            names = [name.partition(" ")[0] for _, name in seen]
            assert names == ["MainThread", "Thread-1", "Thread-2"]
            assert [ident for ident, _ in seen] == [1, 2, 2]
    """)
