"""What learners read above the timeline: a change of wording, or of what is found, shows in `diagnoses.txt`."""

from pathlib import Path

from tests.kit.plugin.diagnoses import diagnoses


def test_sentences_on_mistakes_are_the_agreed_ones():
    """To accept new ones: python -m tests.kit.plugin.diagnoses > tests/kit/plugin/diagnoses.txt"""
    agreed = Path(__file__).with_name("diagnoses.txt").read_text(encoding="utf-8")
    assert diagnoses() == agreed
