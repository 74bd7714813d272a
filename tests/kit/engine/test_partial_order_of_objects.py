"""As `test_partial_order`, for what is touched through objects, classes, built-ins and callbacks."""

import pytest

from tests.kit.engine import test_partial_order

STATEMENTS = (
    *test_partial_order.STATEMENTS[:6],
    "box.n += 1",
    "with lock: box.n += 1",
    "log.append(box.n)",
    "Box.n = 7",
    "setattr(box, 'n', 5)",
    "log.append(vars(box).get('n'))",
    "log.append(id(box))",
    "d[x] = y",
    "log.append(str(sorted(d)))",
    "for w in list(d): log.append(w)",
    "words.extend([x])",
    "words.sort(key=lambda w: -w)",
    "log.append(sum(w for w in words))",
)
HEAD = "class Box: n = 0\nbox, d, words = Box(), {}, [3, 1]\n"


@pytest.mark.parametrize("seed", range(100, 115))
def test_reduction_sees_every_outcome_of_a_generated_program(seed, monkeypatch):
    monkeypatch.setattr(test_partial_order, "STATEMENTS", STATEMENTS)
    monkeypatch.setattr(test_partial_order, "HEAD", test_partial_order.HEAD + HEAD)
    test_partial_order.test_reduction_sees_every_outcome_of_a_generated_program(seed)
