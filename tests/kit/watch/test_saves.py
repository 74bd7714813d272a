"""What is noticed of a file that editors write to; no test depends on how soon."""

import queue
import shutil
import threading

import pytest

from grading.watch import saves as noticing
from tests.kit.watch.conftest import PATIENCE


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "topic" / "x.py"
    file.parent.mkdir()
    file.write_bytes(b"first")
    return file


@pytest.fixture
def seen(file, monkeypatch):
    """The contents that are noticed, in a queue."""
    contents, stop = queue.SimpleQueue(), threading.Event()

    def watch():
        for content in noticing.saves(file, stop):
            contents.put(content)

    thread = threading.Thread(target=watch)
    thread.start()
    yield lambda: contents.get(timeout=PATIENCE)
    stop.set()
    thread.join(timeout=PATIENCE)
    assert not thread.is_alive()


def test_the_file_is_seen_as_it_is_at_first(seen):
    assert seen() == b"first"


def test_a_file_that_is_written_in_place_is_noticed(seen, file):
    seen()
    file.write_bytes(b"second")
    assert seen() == b"second"


def test_a_file_that_is_replaced_is_noticed(seen, file):
    seen()
    for content in (b"second", b"third"):
        new = file.with_name("x.py.new")
        new.write_bytes(content)
        new.replace(file)
        assert seen() == content


def test_a_save_without_a_change_and_other_files_are_not_noticed(seen, file):
    seen()
    file.write_bytes(b"first")
    file.with_name("y.py").write_bytes(b"other")
    file.write_bytes(b"second")
    assert seen() == b"second"


def test_a_file_that_is_gone_and_comes_back_is_noticed(seen, file):
    seen()
    file.rename(file.with_name("z.py"))
    assert seen() is None
    file.write_bytes(b"first")
    assert seen() == b"first"


def test_a_folder_that_is_gone_and_comes_back_is_noticed(seen, file):
    seen()
    shutil.rmtree(file.parent)
    assert seen() is None
    file.parent.mkdir()
    file.write_bytes(b"second")
    assert seen() == b"second"


def test_an_empty_file_is_noticed(seen, file):
    seen()
    file.write_bytes(b"")
    assert seen() == b""


def test_where_the_system_tells_nothing_the_files_are_looked_at(file, monkeypatch):
    asked = []

    def watch(*_, force_polling, **__):
        asked.append(force_polling)
        if force_polling is None:
            raise RuntimeError("no more watches")
        file.write_bytes(b"second")
        yield set()

    monkeypatch.setattr(noticing, "watch", watch)
    stop = threading.Event()
    contents = noticing.saves(file, stop)
    assert [next(contents), next(contents)] == [b"first", b"second"]
    assert asked == [None, True]
