import csv
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grading.classroom.export import escaping

TEXT = st.text(st.characters(codec="utf-8"))
MARKUP = st.text("`*_[]()<>#+-.!|~&@:/\\'\"=abc;1 \n")


@settings(deadline=None, derandomize=True)
@given(st.one_of(TEXT, MARKUP))
def test_a_line_of_markdown_means_nothing_but_itself(text):
    (paragraph, inline, end) = MarkdownIt("gfm-like", {"linkify": False}).parse(
        "x" + escaping.markdown(text) + "x"
    )
    assert (paragraph.type, end.type) == ("paragraph_open", "paragraph_close")
    assert {token.type for token in inline.children} <= {"text", "text_special"}
    wanted = "x" + " ".join(text.split()) + "x"
    assert "".join(token.content for token in inline.children) == wanted.replace("\0", "\ufffd")


@settings(deadline=None, derandomize=True)
@given(st.one_of(TEXT, MARKUP))
def test_nothing_leaves_a_fence(text):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(escaping.fenced(text) + "\nafter\n")
    assert [token.type for token in tokens[:2]] == ["fence", "paragraph_open"]


@pytest.mark.parametrize("text", ["```", "a\n````\n# b", "~~~\n   `````\n", "```text\n```"])
def test_a_fence_is_longer_than_those_in_the_text(text):
    fence, paragraph, *_ = MarkdownIt().parse(escaping.fenced(text) + "after\n")
    assert (fence.type, fence.content) == ("fence", text.rstrip() + "\n")
    assert paragraph.type == "paragraph_open"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", "  =", "\n@", "\uff1d"])
def test_what_a_spreadsheet_takes_for_a_formula_is_made_text(start):
    assert escaping.cell(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_names_that_only_contain_such_signs_stay():
    assert escaping.cell("Ann-Marie O'Neil + co") == "Ann-Marie O'Neil + co"
    buffer = io.StringIO(escaping.cell("Zoë"))
    assert next(csv.reader(buffer)) == ["Zoë"]


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_any_text_can_be_in_xml(text):
    root = ElementTree.Element("a", b=escaping.xml(text))
    root.text = escaping.xml(text)
    written = ElementTree.tostring(root, encoding="unicode").encode()
    assert ElementTree.fromstring(written).tag == "a"


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("%\r\n:,aD0")))
def test_a_workflow_command_is_one_line_and_reads_back(text):
    data, named = escaping.command_data(text), escaping.command_property(text)
    assert len(data.splitlines()) <= 1 and not {":", ","} & {*named}
    back = data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert back == text
