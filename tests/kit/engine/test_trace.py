import pytest

from grading.engine.trace import Schedule

SWITCHES = [(), ((14, 2),), ((14, 2), (20, 1)), ((0, 0), (1, 10), (123456, 7))]


@pytest.mark.parametrize("switches", SWITCHES)
def test_token_gives_back_its_schedule(switches):
    schedule = Schedule(switches)
    assert Schedule.parse(schedule.token) == schedule


def test_token_is_what_people_can_read_and_type():
    assert Schedule(((14, 2), (20, 1))).token == "14.2-20.1"
    assert Schedule().token == "default"


@pytest.mark.parametrize(
    "token",
    [
        "",
        "14",
        "14.",
        ".2",
        "14.2-",
        "-14.2",
        "14.2--20.1",
        "14,2",
        "14.2 ",
        "14.2\n",
        "Default",
        "1.2.3",
    ],
)
def test_malformed_token_is_refused_and_the_right_form_shown(token):
    with pytest.raises(ValueError, match=r"a token looks like 14\.2-20\.1") as caught:
        Schedule.parse(token)
    assert repr(token) in str(caught.value)
