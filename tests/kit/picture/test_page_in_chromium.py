import pytest
from axe_selenium_python import Axe
from selenium.webdriver import ActionChains, Keys

from grading.index import ROOT, find, load
from grading.observe import observe
from grading.picture.page import write
from tests.kit.chromium import chromium, emulate
from tests.kit.picture import documents

MADE = ["race", "locked", "ring", "crowd", "long", "bare", "unrecorded", "hostile"]
PASSED = "It ends here: ✓ passed"
ALIKE = "counter after bump(1) in each of two threads"
RIGHT, LEFT = Keys.ARROW_RIGHT, Keys.ARROW_LEFT


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    for name in MADE:
        write(getattr(documents, name)(), folder / f"{name}.html")
    return folder


@pytest.fixture
def show(browser, pages):
    """Opens a page; whatever is done with it, nothing is complained of, asked for elsewhere or run."""

    def opened(name, **look):
        emulate(browser, **look)
        browser.get((pages / f"{name}.html").as_uri())
        return browser

    yield opened
    loaded = "return performance.getEntriesByType('resource').map((each) => each.name)"
    assert browser.execute_script(loaded) == []
    assert browser.get_log("browser") == []
    assert ": test_no_increment_is_lost" in browser.title
    assert browser.find_elements("tag name", "img") == []


def press(browser, *keys):
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def click(browser, name):
    (button,) = [
        each
        for each in browser.find_elements("tag name", "button")
        if each.is_displayed() and name in each.accessible_name
    ]
    button.click()


def said(browser):
    return browser.find_element("id", "readout").text


def table(browser, name):
    rows = browser.find_elements("css selector", f"#{name} tr")
    return {
        row.find_element("tag name", "th").text: row.find_element("tag name", "td").text
        for row in rows
    }


def choices(browser):
    return [
        each.text.replace("\n", " ")
        for each in browser.find_elements("css selector", "#choose button")
    ]


def ended(browser):
    return browser.find_element("id", "result").text


def outcomes(browser):
    found = browser.find_elements("css selector", "#outcomes li")
    return [" ".join(each.text.split()) for each in found]


def source_line(browser):
    (line,) = [
        each
        for each in browser.find_elements("css selector", ".source [aria-current]")
        if each.is_displayed()
    ]
    return line.text.strip()


def test_a_race_is_gone_through_to_its_end_by_clicks(show):
    browser = show("race")
    assert said(browser).startswith(
        "Step 1 of 9: the test, test_counter.py line 3: thread.start()."
    )
    assert source_line(browser) == "thread.start()"
    seen = []
    for _ in range(8):
        click(browser, "Next")
        seen.append((said(browser), table(browser, "variables")))
    assert seen[3] == (
        "Step 5 of 9: A, counter.py line 11: reads counter = 0 (in conflict). A holds no lock. Now A or B can go on.",
        {"counter": "0 ◀ changed"},
    )
    assert [values.get("counter") for _, values in seen] == [
        *[None] * 3,
        "0 ◀ changed",
        "0",
        "1 ◀ changed",
        "1",
        "1",
    ]
    assert ended(browser) == "It ends here: ✗ failed: got 1, expected 2"
    assert outcomes(browser) == [f"failed: called {ALIKE} got 1 expected 2"]
    next_ = browser.find_element("id", "next")
    assert next_.get_attribute("aria-disabled") == "true"
    assert "1 of 2" in browser.find_element("id", "found").text


def test_the_other_thread_is_chosen_and_the_test_passes(show):
    browser = show("race")
    press(browser, *[RIGHT] * 4)
    assert choices(browser) == ["1 A goes on (default)", "2 B goes on (taken here)"]
    click(browser, "A goes on")
    assert said(browser).startswith("Step 6 of 10: A, counter.py line 11: writes counter = 1.")
    assert "a way of your own" in browser.find_element("id", "way").text
    assert browser.switch_to.active_element.accessible_name == "Next"
    press(browser, Keys.END)
    assert ended(browser) == PASSED
    assert table(browser, "variables") == {"counter": "2 ◀ changed"}
    click(browser, "Return to the failing schedule")
    assert (
        said(browser).startswith("Step 5 of 9: A")
        and not browser.find_element("id", "back").is_displayed()
    )
    press(browser, Keys.END)
    assert "2 of 2" in browser.find_element("id", "found").text
    assert [each.split()[0] for each in outcomes(browser)] == ["passed", "failed:"]


def test_keys_alone_go_through_it_and_find_another_end(show):
    browser = show("race")
    press(browser, LEFT, RIGHT, RIGHT, LEFT)
    assert said(browser).startswith("Step 2 of 9")
    press(browser, Keys.END)
    assert said(browser).startswith("Step 9 of 9")
    press(browser, Keys.HOME, *[RIGHT] * 3)
    assert said(browser).endswith("Now A or B can go on.")
    press(browser, "2", "2", *[RIGHT] * 4)
    assert said(browser).startswith("Step 9 of 9") and ended(browser) == PASSED


def test_digits_do_nothing_where_they_are_switched_off(show):
    browser = show("race")
    press(browser, *[RIGHT] * 3)
    browser.find_element("id", "digits").click()
    press(browser, "2")
    assert said(browser).startswith("Step 4 of 9")


def test_tab_and_enter_reach_every_control(show):
    browser = show("race")
    press(browser, *[RIGHT] * 4)
    reached = []
    for _ in range(20):
        press(browser, Keys.TAB)
        reached.append(browser.switch_to.active_element.accessible_name)
        outline = browser.switch_to.active_element.value_of_css_property("outline-style")
        assert (
            outline != "none"
            or reached[-1] == browser.find_element("tag name", "body").accessible_name
        )
    for name in [
        "Start",
        "Back",
        "Next",
        "End",
        "1 A goes on (default)",
        "2 B goes on (taken here)",
    ]:
        assert name in reached
    assert {"Diagram", "test_counter.py", "counter.py"} & {*reached}
    browser.execute_script("document.querySelector('#choose button').focus()")
    press(browser, Keys.ENTER)
    assert said(browser).startswith("Step 6 of 10: A")


def test_a_lock_is_seen_with_its_holder_from_where_it_is_taken(show):
    browser = show("locked")
    held = []
    for _ in range(7):
        press(browser, RIGHT)
        held.append(table(browser, "locks").get("A"))
    assert held == [None, None, None, *["holds lock"] * 3, None]
    press(browser, Keys.HOME, *[RIGHT] * 4)
    click(browser, "B goes on")
    assert "line 10: with lock. B holds no lock." in said(browser)
    press(browser, RIGHT)
    assert "B, counter.py line 10: waits for A. B holds no lock." in said(browser)
    locks = table(browser, "locks")
    assert (locks["A"], locks["B"]) == ("holds lock", "holds no lock, waits for A")
    press(browser, Keys.END)
    assert ended(browser) == PASSED


def test_the_ring_of_a_deadlock_is_seen_whole_at_its_end(show):
    browser = show("ring")
    press(browser, Keys.END)
    assert table(browser, "locks") == {
        "the test": "holds no lock, waits for A",
        "A": "holds left, waits for B",
        "B": "holds right, waits for A",
    }
    assert outcomes(browser)[0].startswith("failed: deadlock: each waits")


def test_who_was_waited_for_has_gone_on_when_the_other_can(show):
    browser = show("unrecorded")
    found = browser.execute_script(
        "return waits(stops).map((each) => [each.thread, each.from, each.to])"
    )
    assert found == [[0, 1, 3], [1, 2, 3]]
    press(browser, RIGHT, RIGHT)
    assert table(browser, "locks")["A"] == "holds lock, sleeps"
    held = browser.execute_script("return held.map((each) => [each.thread, each.from, each.to])")
    assert held == [[1, 2, 3]]


def test_what_was_not_executed_ahead_says_so_and_is_not_entered(show):
    browser = show("long")
    press(browser, Keys.END, LEFT, LEFT)
    browser.execute_script("goTo(150)")
    before = said(browser)
    assert "1 A goes on (not executed ahead)" in choices(browser)
    click(browser, "A goes on (not executed ahead)")
    press(browser, "1")
    assert said(browser) == before
    assert browser.find_element("id", "unknown").is_displayed()


def test_where_nothing_is_recorded_before_a_choice_one_can_choose_all_the_same(show):
    browser = show("bare")
    assert said(browser) == "Step 1 of 2: the test begins. Now A or B can go on."
    press(browser, "2")
    assert said(browser) == "Step 2 of 2: B begins."
    assert browser.find_elements("css selector", ".source [aria-current]") == []
    assert ended(browser) == "It ends here: ✗ failed: B had not ended by then"


def test_a_stub_fails_as_it_is_shown_and_is_made_to_pass_by_hand(show, pages):
    counter = find(load(), "03_locks/counter")
    seen = observe(counter, None, ROOT / "exercises")
    write(seen.document, pages / "stub.html")
    browser = show("stub")
    press(browser, Keys.END)
    assert "failed: got" in ended(browser) and "expected 4" in ended(browser)
    press(browser, Keys.HOME)
    while not ended(browser):
        press(browser, "1" if choices(browser) else RIGHT)  # A goes on as long as it can
    assert ended(browser) == PASSED
    assert len(outcomes(browser)) == 2


def test_every_step_is_in_the_drawing_and_in_the_list_and_a_click_goes_there(show):
    browser = show("race")
    rows = browser.find_elements("css selector", "#diagram .row")
    assert len(rows) == len(browser.find_elements("css selector", "#steps li")) == 9
    assert len(browser.find_elements("css selector", "#diagram .conflict")) == 2
    rows[5].find_element("css selector", ".told").click()
    assert said(browser).startswith("Step 6 of 9: B")
    (current,) = browser.find_elements("css selector", "#diagram .row.current")
    assert current.find_element("css selector", ".pointer").is_displayed()
    script = "return document.querySelector('#steps [aria-current=step]').textContent"
    assert (
        browser.execute_script(script) == "B, counter.py line 11: reads counter = 0 (in conflict)."
    )


def test_the_step_that_is_looked_at_stays_in_sight_of_its_frame(show):
    browser = show("long", width=360)
    inside = """const frame = document.getElementById('diagram').getBoundingClientRect();
        const row = document.querySelector('.row.current .mark').getBoundingClientRect();
        return row.top >= frame.top && row.bottom <= frame.bottom &&
            row.left >= frame.left && row.right <= frame.right"""
    for place in (0, 40, 41, 200, 296, 100):
        browser.execute_script("goTo(arguments[0])", place)
        assert browser.execute_script(inside), place


@pytest.mark.parametrize("name", MADE)
def test_a_phone_scrolls_no_page_sideways(show, name):
    browser = show(name, width=360)
    press(browser, *[RIGHT] * 4)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    press(browser, Keys.END)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["race", "locked", "crowd"])
def test_axe_finds_nothing(show, name, scheme, width):
    browser = show(name, scheme=scheme, width=width)
    browser.execute_script("document.querySelector('details').open = true")
    for keys in ([RIGHT] * 4, [Keys.END]):
        press(browser, *keys)
        axe = Axe(browser)
        axe.inject()
        found = axe.run()
        assert len(found["passes"]) > 15
        where = {
            each["id"]: [node["html"] for node in each["nodes"]] for each in found["violations"]
        }
        assert where == {}


def test_markup_of_a_learner_is_text_at_every_step(show):
    browser = show("hostile")
    press(browser, *[RIGHT] * 4)
    assert documents.HOSTILE in said(browser) and documents.HOSTILE in choices(browser)[0]
    press(browser, *[RIGHT] * 5)
    assert documents.HOSTILE in table(browser, "variables")


def test_paper_has_the_whole_diagram_and_both_files_in_black_on_white(show):
    browser = show("long", scheme="dark")
    emulate(browser, scheme="dark", media="print")
    clipped = "const frame = document.getElementById('diagram'); return frame.scrollHeight - frame.clientHeight"
    assert browser.execute_script(clipped) == 0
    assert all(each.is_displayed() for each in browser.find_elements("css selector", "[data-file]"))
    ground = browser.find_element("tag name", "body").value_of_css_property("background-color")
    assert ground == "rgba(255, 255, 255, 1)"


def test_without_script_the_claim_and_the_source_are_there_and_no_control_that_does_nothing(
    show, browser
):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show("race")
        assert "got       1" in browser.find_element("tag name", "pre").text
        assert "counter += 1" in browser.find_element("tag name", "main").text
        assert not any(each.is_displayed() for each in browser.find_elements("tag name", "button"))
        assert "scripts are switched off" in browser.find_element("tag name", "main").text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
