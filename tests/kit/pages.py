"""What tests of pages have in common: the elements of one, what it allows, its colours."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

_SVG = "http://www.w3.org/2000/svg"  # a name, from which nothing is loaded
VOID = {"meta", "input", "wbr", "rect", "text", "line"}


class Page(HTMLParser):
    """The elements of a page in order, each with its attributes and all the text inside."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.source = file.read_text(encoding="utf-8")
        self.elements: list[tuple[str, dict, list[str]]] = []
        self._open: list[tuple[str, list[str]]] = []
        self.feed(self.source)

    def handle_starttag(self, tag, attrs):
        text: list[str] = []
        self.elements.append((tag, dict(attrs), text))
        if tag not in VOID:
            self._open.append((tag, text))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop()[0] == tag, f"{self.file}: </{tag}> closes another element"

    def handle_data(self, data):
        for _, text in self._open:
            text.append(data)

    def texts(self, tag: str) -> list[str]:
        return [" ".join("".join(text).split()) for name, _, text in self.elements if name == tag]

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs, _ in self.elements if name in attrs]


def inline_parts(page: Page) -> list[str]:
    """The kinds of what is inside, in order: all of it is ours, nothing else is allowed, nothing is loaded."""
    assert page.attributes("src") == [] and page.attributes("style") == []
    source = page.source.replace(_SVG, "")
    assert not re.search(r"url\(|@import|https?:", source)
    policy = page.attributes("content")[0]
    assert policy.startswith("default-src 'none'; ")
    inline = re.findall(r"<(style|script)>(.*?)</\1>", page.source, re.DOTALL)
    for kind, text in inline:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    return [kind for kind, _ in inline]


def colours_of(source: str, scheme: str) -> dict[str, str]:
    """The colours of a page by their names, #rrggbb, in the scheme "light" or "dark"."""
    schemes = [
        dict(re.findall(r"--(\w+): (#\w{6});", block))
        for block in re.findall(r":root \{(.*?)\}", source, re.DOTALL)
    ]
    assert len(schemes) == 2 and schemes[0].keys() == schemes[1].keys()
    return schemes[scheme == "dark"]


def luminance(colour: str) -> float:
    """WCAG 2: the relative luminance of #rrggbb."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
