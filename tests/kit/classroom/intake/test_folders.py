import os
import socket

import pytest

from grading.classroom.intake import folders
from grading.classroom.intake.entries import Unreadable
from grading.classroom.intake.folders import Folder
from tests.kit.classroom.intake.packing import folder


def test_files_are_found_at_any_depth_and_read(tmp_path):
    root = folder(tmp_path, {"ada/x/a.py": b"1", "ada/b.py": b"2", "bob/c.py": b"3"})
    found = {each.path: each.read(9) for each in Folder(root).walk("ada")}
    assert found == {"ada/x/a.py": b"1", "ada/b.py": b"2"}


@pytest.mark.parametrize(
    "name", [".git", ".venv", "__MACOSX", "node_modules", "tests", "reference", "grading"]
)
def test_folders_that_are_no_learners_work_are_not_even_listed(tmp_path, monkeypatch, name):
    root = folder(tmp_path, {f"{name}/a.py": b"1", "b.py": b"2"})
    listed = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: listed.append(path) or scandir(path))
    assert [each.path for each in Folder(root).walk("")] == ["b.py"]
    assert len(listed) == 1


def test_a_link_is_not_followed_wherever_it_leads(tmp_path):
    root = folder(tmp_path / "class", {"ada/own.py": b"1"})
    folder(tmp_path, {"secret.py": b"2", "secrets/a.py": b"3"})
    (root / "ada/file.py").symlink_to(tmp_path / "secret.py")
    (root / "ada/inner.py").symlink_to("own.py")
    (root / "ada/folder").symlink_to(tmp_path / "secrets")
    (root / "ada/loop").symlink_to(root)
    (root / "ada/nowhere.py").symlink_to("gone")
    found = {each.path: each.fault for each in Folder(root).walk("ada")}
    links = ("file.py", "folder", "inner.py", "loop", "nowhere.py")
    assert found == {"ada/own.py": "", **{f"ada/{name}": folders.LINK for name in links}}


def test_a_pipe_and_a_socket_are_never_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket has at most 108 bytes
    os.mkfifo("pipe.py")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.py")
        for entry in Folder(tmp_path).walk(""):
            with pytest.raises(Unreadable, match="pipe, a socket or a device"):
                entry.read(9)


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(tmp_path):
    (entry,) = Folder(folder(tmp_path, {"a.py": b"1"})).walk("")
    (tmp_path / "a.py").unlink()
    os.mkfifo(tmp_path / "a.py")
    with pytest.raises(Unreadable, match="pipe"):
        entry.read(9)


def test_a_link_that_took_the_place_of_a_file_is_not_followed(tmp_path):
    (entry,) = Folder(folder(tmp_path / "in", {"a.py": b"1"})).walk("")
    folder(tmp_path, {"secret": b"2"})
    (tmp_path / "in/a.py").unlink()
    (tmp_path / "in/a.py").symlink_to(tmp_path / "secret")
    with pytest.raises(Unreadable, match="cannot be opened"):
        entry.read(9)


def test_a_file_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    (entry,) = Folder(folder(tmp_path, {"a.py": b"1"})).walk("")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may read what others may not
    with pytest.raises(Unreadable, match=r"cannot be opened \(Permission denied\)"):
        entry.read(9)


def test_a_folder_that_may_not_be_listed_is_a_fault_and_its_neighbours_are_found(
    tmp_path, monkeypatch
):
    root = folder(tmp_path, {"closed/a.py": b"1", "open/b.py": b"2"})
    scandir = os.scandir

    def refuse(path):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {each.path: each.fault for each in Folder(root).walk("")}
    assert found["open/b.py"] == ""
    assert found["closed"].startswith("cannot be listed (Permission denied)")


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    root = folder(tmp_path, {f"{number}.py": b"" for number in range(4)})
    monkeypatch.setattr(folders, "MEMBERS", 4)
    assert len(list(Folder(root).walk(""))) == 4
    monkeypatch.setattr(folders, "MEMBERS", 3)
    with pytest.raises(Unreadable, match="more than 3 files"):
        list(Folder(root).walk(""))


def test_a_clone_has_a_real_git_folder(tmp_path):
    root = folder(tmp_path, {"clone/.git/HEAD": b"", "file/.git": b"gitdir: /x", "none/a": b""})
    folder(tmp_path, {"link/a": b""})
    (root / "link/.git").symlink_to(root / "clone/.git")
    tree = Folder(root)
    assert tree.clone("clone") == root / "clone"
    assert not any(tree.clone(name) for name in ("file", "none", "link", "gone"))
