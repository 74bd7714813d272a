import pytest

from tests.kit.pages import contrast


def test_the_contrast_of_black_and_white_is_that_of_wcag():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
