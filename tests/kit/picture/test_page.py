import itertools
import json
import re

import pytest

from grading.picture.page import write
from tests.kit.pages import Page, colours_of, contrast, inline_parts
from tests.kit.picture import documents

ALL = [
    documents.race,
    documents.locked,
    documents.ring,
    documents.crowd,
    documents.long,
    documents.bare,
    documents.hostile,
]


def page_of(document, tmp_path) -> Page:
    write(document, tmp_path / "picture.html")
    return Page(tmp_path / "picture.html")


def inside(page: Page) -> dict:
    return json.loads(
        re.findall(r'<script type="application/json".*?>(.*?)</script>', page.source)[0]
    )


@pytest.mark.parametrize("make", ALL)
def test_nothing_is_loaded_and_no_style_or_script_but_ours_is_allowed(make, tmp_path):
    assert inline_parts(page_of(make(), tmp_path)) == ["style", "script"]


@pytest.mark.parametrize("make", ALL)
def test_the_whole_document_is_in_the_page(make, tmp_path):
    document = make()
    assert inside(page_of(document, tmp_path)) == document


def test_the_claim_and_the_sentence_are_read_without_script(tmp_path):
    document = documents.race()
    page = page_of(document, tmp_path)
    assert page.texts("h1") == ["03_locks/counter"]
    assert "failed test_no_increment_is_lost" in page.texts("p")
    assert " ".join(document["claim"].split()) == page.texts("pre")[0]
    assert document["why"] in page.texts("p")
    assert "--schedule 13.2" in page.texts("code")
    assert "counter += 1" in page.texts("code")


def test_a_pass_says_what_it_rests_on(tmp_path):
    page = page_of(documents.locked(), tmp_path)
    (said,) = [text for text in page.texts("p") if text.startswith("Every interleaving")]
    assert "proved by 8 schedules" in said


def test_markup_of_a_learner_stays_text_wherever_it_is(tmp_path):
    page = page_of(documents.hostile(), tmp_path)
    assert page.texts("img") == []
    assert page.texts("pre")[0] == documents.HOSTILE
    assert documents.HOSTILE in page.texts("p") and documents.HOSTILE in page.texts("code")
    assert len(page.texts("script")) == 2


def test_text_that_is_no_utf_8_has_a_page_too(tmp_path):
    document = documents.race() | {
        "why": "half a pair: \ud800",
        "threads": ["the test", "\ud800", "B"],
    }
    page = page_of(document, tmp_path)
    assert "half a pair: ?" in page.texts("p")
    assert inside(page)["threads"][1] == "\ud800"


def test_every_line_of_a_file_has_its_number_in_the_list(tmp_path):
    text = "first\x0c\nsecond\u2028still second\n\nfourth"
    document = documents.race() | {"files": {"counter.py": text}}
    lines = [text for tag, _, text in page_of(document, tmp_path).elements if tag == "li"]
    shown = ["".join(line).strip() for line in lines[-4:]]
    assert shown == ["first", "second\u2028still second", "", "fourth"]


@pytest.mark.parametrize("make", ALL)
def test_the_headings_are_in_order_and_ids_are_unique(make, tmp_path):
    page = page_of(make(), tmp_path)
    levels = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert len({*page.attributes("id")}) == len(page.attributes("id"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_drawn_stands_out_in_both_schemes(scheme, tmp_path):
    colours = colours_of(page_of(documents.race(), tmp_path).source, scheme)
    texts = [(text, ground) for text in ("ink", "bad", "link") for ground in ("paper", "level2")]
    texts += [("ink", "level1"), ("soft", "panel"), ("soft", "paper"), ("good", "paper")]
    found = {pair: contrast(*(colours[name] for name in pair)) for pair in texts}
    assert {pair: value for pair, value in found.items() if value < 4.5} == {}
    lines = [("soft", "paper"), ("bar", "paper"), ("ink", "level2"), ("bad", "level2")]
    assert min(contrast(colours[a], colours[b]) for a, b in lines) >= 3


def test_a_page_is_written_whole_or_not_at_all(tmp_path):
    broken = documents.race()
    del broken["title"]
    with pytest.raises(Exception, match="title"):
        write(broken, tmp_path / "picture.html")
    assert list(tmp_path.iterdir()) == []
