import pytest


@pytest.fixture(autouse=True)
def no_progress_of_whoever_runs_the_tests(tmp_path_factory, monkeypatch):
    """Commands remember what they judge: not among the data of whoever runs the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
