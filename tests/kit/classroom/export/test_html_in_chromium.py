from urllib.parse import unquote

import pytest
from axe_selenium_python import Axe
from selenium.webdriver import ActionChains, Keys

from grading.classroom.export import html
from grading.classroom.export.base import Options, file_name
from tests.kit.chromium import chromium, emulate
from tests.kit.classroom.export.synthetic import CLASS, EXERCISES, HOSTILE, graded, right

STUDENTS = [file_name(each.student, ".html") for each in CLASS]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    html.export(CLASS, Options(folder, exercises=EXERCISES))
    return folder


@pytest.fixture(autouse=True)
def normal(browser):
    emulate(browser)


def show(browser, report, page="index.html"):
    browser.get((report / page).as_uri())
    return browser


def press(browser, *keys):
    for key in keys:
        ActionChains(browser).send_keys(key).perform()
    return browser.switch_to.active_element


def names(browser):
    script = """return [...document.querySelectorAll("#heatmap tbody tr")]
        .filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent)"""
    return browser.execute_script(script)


def control(browser, name):
    script = "return [...document.querySelectorAll('button')].find((each) => each.textContent === arguments[0])"
    return browser.execute_script(script, name)


def sort_states(browser):
    return browser.execute_script(
        "return [...document.querySelectorAll('[data-sort]')].map((each) => each.ariaSort)"
    )


@pytest.mark.parametrize("page", ["index.html", *(f"students/{name}" for name in STUDENTS)])
def test_a_page_opens_without_complaints_and_names_do_nothing(browser, report, page):
    show(browser, report, page)
    assert browser.title.startswith("Class report: ") or browser.title.endswith(" points")
    assert browser.get_log("browser") == []


def test_markup_that_got_into_a_page_is_not_run(browser, report, tmp_path):
    source = (report / "index.html").read_text(encoding="utf-8")
    page = tmp_path / "index.html"
    page.write_text(source.replace("<h1>", f"{HOSTILE}<h1>"), encoding="utf-8")
    show(browser, tmp_path)
    assert browser.title == f"Class report: {len(CLASS)} students"
    assert "Content Security Policy" in str(browser.get_log("browser"))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "page", ["index.html", f"students/{STUDENTS[1]}", f"students/{STUDENTS[3]}"]
)
def test_axe_finds_nothing(browser, report, page, scheme, width):
    emulate(browser, scheme=scheme, width=width)
    show(browser, report, page)
    browser.execute_script(
        "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
    )
    axe = Axe(browser)
    axe.inject()
    found = axe.run()
    assert len(found["passes"]) > 15
    where = {each["id"]: [node["html"] for node in each["nodes"]] for each in found["violations"]}
    assert where == {}


@pytest.mark.parametrize("page", ["index.html", *(f"students/{name}" for name in STUDENTS)])
def test_a_phone_scrolls_no_page_sideways(browser, report, page):
    emulate(browser, width=360)
    show(browser, report, page)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


def test_the_first_key_skips_to_the_content(browser, report):
    show(browser, report)
    skip = press(browser, Keys.TAB)
    assert skip.text == "Skip to the content" and skip.rect["x"] >= 0
    assert press(browser, Keys.ENTER).get_attribute("id") == "content"


def test_the_keyboard_reaches_a_grade_and_enter_opens_it(browser, report):
    show(browser, report)
    reached = [press(browser, Keys.TAB).accessible_name for _ in range(20)]
    assert [name for name in reached if name.startswith(("Student", "Points"))] == [
        "Student",
        "Points",
    ]
    browser.execute_script(
        "document.querySelector('#heatmap td a').closest('tr').cells[0].firstChild.focus()"
    )
    assert press(browser, Keys.TAB).accessible_name == "join: 4 of 4, done"
    down = press(browser, Keys.ARROW_DOWN, Keys.ARROW_RIGHT)
    assert down.accessible_name == "counter: 2 of 4, not yet"
    assert down.value_of_css_property("outline-style") == "solid"
    press(browser, Keys.ENTER)
    assert unquote(browser.current_url).endswith(f"students/{STUDENTS[1]}#03_locks-counter")


def test_arrow_keys_stop_at_the_edges_and_home_and_end_go_there(browser, report):
    show(browser, report)
    browser.execute_script("document.querySelector('#heatmap td a').focus()")
    assert press(browser, Keys.ARROW_LEFT, Keys.ARROW_UP).accessible_name == "join: 4 of 4, done"
    assert press(browser, Keys.END).accessible_name == "relay: 4 of 4, done"
    ActionChains(browser).key_down(Keys.CONTROL).send_keys(Keys.END).key_up(Keys.CONTROL).perform()
    corner = browser.switch_to.active_element
    assert corner.accessible_name == "relay: not graded"
    assert unquote(corner.get_attribute("href")).endswith(STUDENTS[-1])
    stops = browser.find_elements("css selector", "#heatmap td a:not([tabindex='-1'])")
    assert stops == [corner]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_grade_that_has_the_focus_is_seen_whole(browser, tmp_path, width):
    grades = [right(f"0{number % 9}_topic/exercise_{number}") for number in range(50)]
    html.export([graded(f"Student {number}", *grades) for number in range(40)], Options(tmp_path))
    emulate(browser, width=width)
    show(browser, tmp_path)
    browser.execute_script("document.querySelectorAll('#heatmap td a')[20 * 50 + 49].focus()")
    seen = """const link = document.activeElement, box = link.getBoundingClientRect();
        return [[3, 3], [-3, -3]].every(([x, y]) => link === document.elementFromPoint(
            (x > 0 ? box.left : box.right) + x, (y > 0 ? box.top : box.bottom) + y))"""
    walk = (
        [Keys.ARROW_LEFT] * 49
        + [Keys.ARROW_UP] * 20
        + [Keys.ARROW_DOWN] * 39
        + [Keys.ARROW_RIGHT] * 49
    )
    for step, key in enumerate(walk):
        press(browser, key)
        assert browser.execute_script(seen), f"step {step}"


def test_buttons_sort_by_name_and_by_points_and_say_so(browser, report):
    show(browser, report)
    as_given = names(browser)
    control(browser, "Points").click()
    assert sort_states(browser) == [None, "descending"]
    assert names(browser)[0] == "Ada Lovelace" and names(browser)[-1] in ("Zoë", "W" * 300)
    control(browser, "Points").click()
    assert sort_states(browser) == [None, "ascending"]
    assert names(browser)[-1] == "Ada Lovelace"
    control(browser, "Student").click()
    assert sort_states(browser) == ["ascending", None]
    found = [name for name in names(browser) if name[0] in "ABWZ"]
    assert found == ["Ada Lovelace", "Björn Ångström", "W" * 300, "Zoë"]
    assert sorted(names(browser)) == sorted(as_given)


def test_typing_shows_the_students_whose_name_contains_it_without_accents_too(browser, report):
    show(browser, report)
    field = browser.find_element("id", "filter")
    assert field.accessible_name == "Show students whose name contains"
    field.send_keys("ANGSTROM")
    assert names(browser) == ["Björn Ångström"]
    assert (
        browser.find_element("css selector", "[role=status]").text == f"1 of {len(CLASS)} students"
    )
    stops = browser.find_elements("css selector", "#heatmap td a:not([tabindex='-1'])")
    assert [stop.is_displayed() for stop in stops] == [True]
    field.send_keys(*[Keys.BACKSPACE] * len("ANGSTROM"))
    assert len(names(browser)) == len(CLASS)


def test_without_script_every_grade_is_there_and_no_control_that_does_nothing(browser, report):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, report)
        assert (
            len(browser.find_elements("css selector", "#heatmap td a:not([tabindex])"))
            == len(CLASS) * 3
        )
        assert browser.find_elements("tag name", "button") == []
        assert not browser.find_element("id", "filter").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_colours_follow_the_scheme_and_paper_is_white(browser, report):
    def ground() -> str:
        return browser.find_element("tag name", "body").value_of_css_property("background-color")

    show(browser, report)
    assert ground() == "rgba(255, 255, 255, 1)"
    emulate(browser, scheme="dark")
    assert ground() == "rgba(15, 19, 24, 1)"
    emulate(browser, scheme="dark", media="print")
    assert ground() == "rgba(255, 255, 255, 1)"


def test_paper_has_every_timeline_whole(browser, report):
    show(browser, report, f"students/{STUDENTS[1]}")
    shown = "return [...document.querySelectorAll('pre')].filter((each) => each.checkVisibility(arguments[0])).length"
    hidden_too = {"contentVisibilityAuto": True}
    assert browser.execute_script(shown, hidden_too) == 2
    emulate(browser, media="print")
    assert browser.execute_script(shown, hidden_too) == 4


def test_a_wide_timeline_scrolls_inside_its_frame_and_the_keyboard_can_do_it(browser, report):
    emulate(browser, width=360)
    show(browser, report, f"students/{STUDENTS[1]}")
    frame = browser.find_element("tag name", "pre")
    width = "return [arguments[0].scrollWidth, arguments[0].clientWidth]"
    inside, outside = browser.execute_script(width, frame)
    assert inside > outside and outside < 360
    assert frame.aria_role == "group" and "test_two" in frame.accessible_name
    browser.execute_script("arguments[0].focus()", frame)
    assert browser.switch_to.active_element == frame
