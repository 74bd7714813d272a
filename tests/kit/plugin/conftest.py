import pytest

from tests.kit.plugin.lab import Lab


@pytest.fixture
def lab(tmp_path):
    return Lab(tmp_path)
