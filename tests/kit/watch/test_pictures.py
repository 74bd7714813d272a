import subprocess
from pathlib import Path

import pytest

from grading.learning.state import Memory
from grading.watch import pictures


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path, tmp_path / "data")


@pytest.fixture
def draw(memory, counter, monkeypatch):
    """Draws with a command that does this, given the file; the browsers that were opened are its `opened`."""

    def run(act, windows=False):
        def running(command, **_):
            act(Path(command[-1]))
            return subprocess.CompletedProcess(
                command, 0, "", "Error: there is no test of that name"
            )

        run.opened = []
        monkeypatch.setattr(pictures.subprocess, "run", running)
        monkeypatch.setattr(pictures.webbrowser, "open", lambda uri: not run.opened.append(uri))
        monkeypatch.setattr(pictures, "_has_windows", lambda: windows)
        return pictures.draw(counter, memory)

    return run


def write(file):
    file.write_text("a picture", encoding="utf-8")


def test_without_windows_it_says_what_to_open_and_opens_nothing(draw):
    said = draw(write)
    assert said.startswith("Open the picture in a browser:\n") and draw.opened == []
    assert Path(said.splitlines()[-1]).read_text(encoding="utf-8") == "a picture"


def test_with_windows_the_browser_opens_it(draw):
    assert "is in your browser" in draw(write, windows=True)
    assert draw.opened[0].startswith("file://")


def test_what_the_command_says_is_told_where_there_is_no_picture(draw):
    draw(write)
    assert draw(lambda file: None) == "Error: there is no test of that name"


def test_a_folder_that_cannot_be_written_is_told(draw, memory):
    memory.folder.parent.mkdir(parents=True)
    memory.folder.write_text("in the way", encoding="utf-8")
    assert draw(write).startswith("The picture cannot be drawn: ")
