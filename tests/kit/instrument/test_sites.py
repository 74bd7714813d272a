"""compile_source: one list of sites, the same in every version and at every compilation."""

import codecs
from pathlib import Path

import pytest

from grading.instrument import HOOK_NAMES, PASSIVE_HOOKS, SITES, Site, compile_source

HERE = Path(__file__).parent
COUNTER = "n = 0\ndef run():\n    global n\n    n += 1\n    return n\n"


def sites_of(filename):
    return [site for site in SITES if site.filename == filename]


def test_the_sites_of_a_file_do_not_depend_on_the_version():
    compile_source((HERE / "sample.txt").read_text(), "sample.py")
    found = [
        " ".join(filter(None, [str(site.line), site.kind, site.name, site.scope]))
        for site in sites_of("sample.py")
    ]
    golden = (HERE / "sample_sites.txt").read_text().splitlines()
    assert found == golden


def test_each_site_knows_its_place_in_the_list():
    compile_source(COUNTER, "place.py")
    assert [site.index for site in SITES] == list(range(len(SITES)))
    assert SITES[0].filename == ""
    first = sites_of("place.py")[0]
    assert first == Site(first.index, "place.py", 4, "read", "n", "<module>")


def test_compiling_again_gives_the_same_code_and_no_new_sites():
    code = compile_source(COUNTER, "again.py")
    count = len(SITES)
    assert compile_source(COUNTER, "again.py") is code
    assert len(SITES) == count


def test_a_changed_file_gets_sites_of_its_own():
    compile_source(COUNTER, "changed.py")
    before = sites_of("changed.py")
    compile_source(COUNTER + "\n", "changed.py")
    assert sites_of("changed.py")[: len(before)] == before
    assert len(sites_of("changed.py")) == 2 * len(before)


@pytest.mark.parametrize(
    "source", ["def f(:", "def f(x): x.n; return = 1", "def f(x): x.n\nbreak", b"\xff", "\0"]
)
def test_a_file_that_does_not_compile_raises_as_compile_does_and_leaves_no_sites(source):
    with pytest.raises((SyntaxError, ValueError)) as expected:
        compile(source, "broken.py", "exec", dont_inherit=True)
    with pytest.raises(expected.type) as raised:
        compile_source(source, "broken.py")
    assert str(raised.value) == str(expected.value)
    assert sites_of("broken.py") == []


@pytest.mark.parametrize(
    "source",
    [
        "# -*- coding: latin-1 -*-\ns = 'é'\n".encode("latin-1"),
        codecs.BOM_UTF8 + "s = 'é'\n".encode(),
        "s = 'é'\n".encode(),
        "# -*- coding: latin-1 -*-\ns = 'é'\n",
    ],
)
def test_bytes_are_decoded_as_python_decodes_source_files(source):
    namespace = {}
    exec(compile_source(source, "coded.py"), namespace)
    assert namespace["s"] == "é"


def test_no_program_can_contain_the_name_of_a_hook():
    assert tuple(PASSIVE_HOOKS) == HOOK_NAMES
    assert not any(name.isidentifier() for name in HOOK_NAMES)
