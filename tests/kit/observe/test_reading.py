import pytest

from grading.observe.reading import Refused, read

TEST = "def test_it():\n    pass\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with files of these contents."""
    monkeypatch.chdir(tmp_path)

    def write(**files):
        for name, text in files.items():
            file = tmp_path / f"{name}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


def test_every_test_function_is_a_test_or_the_one_that_is_named(folder):
    folder(mine=TEST + "def other(): pass\ndef test_more(): pass\n")
    assert read("mine.py").tests == ("test_it", "test_more")
    assert read("mine.py::test_more").tests == ("test_more",)


def test_functions_that_take_something_are_left_out_with_a_reason(folder):
    folder(mine=TEST + "def test_fixture(tmp_path): pass\nasync def test_async(): pass\n")
    file = read("mine.py")
    assert file.tests == ("test_it",)
    fixture, coroutine = file.left_out
    assert fixture.startswith("mine.py, line 3: test_fixture asks for tmp_path")
    assert "coroutine" in coroutine
    assert read("mine.py::test_it").left_out == ()


@pytest.mark.parametrize(
    ("target", "text", "words"),
    [
        ("mine.py", None, "There is no file mine.py."),
        ("other/mine.py", None, "There is no file other/mine.py."),
        ("near.py", None, "Did you mean near_by.py?"),
        (".", None, ". is a folder"),
        ("mine.py", "", "mine.py has no test: write a function"),
        ("mine.py", "x = 1\n", "mine.py has no test: write a function"),
        ("mine.py", "class TestIt:\n    def test_it(self): pass\n", "in the class TestIt"),
        ("mine.py", "def test_it(:\n", "mine.py, line 1: Python cannot read this line"),
        ("mine.py", b"x = '\xe9'\n", "is not UTF-8"),
        ("mine.py", "def test_it(a, *, b): pass\n", "asks for a, b"),
        ("mine.py::test_a", "async def test_a(): pass\n" + TEST, "write def"),
        ("mine.py::test_its", TEST, "Did you mean test_it?"),
        ("mine.py::nothing", TEST, "It has test_it."),
        ("mine.py::TestIt::test_it", TEST, "write test_it as a function"),
    ],
)
def test_what_cannot_be_explored_is_refused_in_a_sentence(folder, target, text, words):
    folder(near_by=TEST)
    if text is not None:
        folder(mine=text)
    with pytest.raises(Refused) as refused:
        read(target)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_no_python_file_is_refused(folder):
    (folder() / "mine.txt").write_text(TEST)
    with pytest.raises(Refused, match="rename it"):
        read("mine.txt")


def test_utf_8_with_a_byte_order_mark_and_other_line_ends_is_fine(folder):
    folder(mine=b"\xef\xbb\xbf" + TEST.replace("\n", "\r\n").encode())
    assert read("mine.py").tests == ("test_it",)


def test_the_modules_beside_it_that_it_imports_are_found_and_what_they_import(folder):
    root = folder(
        mine="import helpers, threading, click\nfrom pack.inner import x\n" + TEST,
        helpers="import deeper\n",
        deeper="import helpers, numpy.linalg\n",
        **{"pack/__init__": "", "pack/inner": "x = 1\n"},
        unrelated="import mine\n",
        threading="",
    )
    file = read("mine.py")
    names = {each.relative_to(root).as_posix() for each in file.beside}
    assert names == {"helpers.py", "deeper.py", "pack/__init__.py", "pack/inner.py"}
    assert file.foreign == ("click", "numpy")


def test_a_module_beside_it_that_cannot_be_read_is_refused_by_its_name(folder):
    folder(mine="import helpers\n" + TEST, helpers="def f(:\n")
    with pytest.raises(Refused, match=r"helpers\.py, line 1"):
        read("mine.py")
