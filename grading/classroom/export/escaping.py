"""Makes text harmless that a learner may have chosen: in Markdown, spreadsheets, XML and workflow commands."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_FORMULA = re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]")  # also as wide characters
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BACKTICKS = re.compile("`+")


def markdown(text: str) -> str:
    """One line that means nothing but itself (CommonMark, 2.4: any ASCII punctuation may be escaped)."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def fenced(text: str) -> str:
    """A code block whose fence is longer than any run of backticks in the text."""
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return f"{fence}text\n{text.rstrip()}\n{fence}\n"


def cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection)."""
    return f"'{text}" if _FORMULA.match(text.lstrip(" \n")) else text


def xml(text: str) -> str:
    """The text without characters that XML 1.0 does not allow; the writer of XML does the rest."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n"))


def command_data(text: str) -> str:
    """The message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A property of a workflow command, such as its file."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")
