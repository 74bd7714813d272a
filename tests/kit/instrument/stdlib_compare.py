"""Compares the standard library's own tests, plain and with switch points.

    python stdlib_compare.py [MODULE...]

prints the figures and the differences for the modules of `test` that are named, by default all of
`QUICK` and `SLOW` (some minutes). Each module runs in a process of its own.
"""

import fnmatch
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

RUNNER = Path(__file__).with_name("stdlib_run.py")

# Together under half a minute: these run with the kit's tests.
QUICK = [
    *("textwrap", "dataclasses", "fractions", "string", "shlex", "bisect", "copy", "pprint"),
    *("contextlib", "htmlparser", "generators", "grammar", "scope", "named_expressions", "patma"),
    *("super", "listcomps", "augassign", "with", "property", "raise", "except_star", "descr"),
]
SLOW = [
    *("json", "argparse", "difflib", "heapq", "statistics", "configparser", "enum", "functools"),
    *("collections", "tempfile", "csv", "unparse", "tokenize", "ast", "queue", "graphlib"),
    *("reprlib", "sched", "calendar", "colorsys", "fnmatch", "glob", "ipaddress", "keyword"),
    *("operator", "pathlib", "random", "shutil", "base64", "types", "typing", "weakref"),
    *("traceback", "ordered_dict", "deque", "userdict", "userlist", "userstring", "weakset"),
    *("decimal", "abc", "genericalias", "inspect", "fstring", "unpack_ex", "extcall", "iter"),
    *("keywordonlyarg", "class", "dictcomps", "setcomps", "genexps", "exceptions", "slice"),
    *("type_params", "generator_stop", "decorators", "compare", "richcmp", "contains", "index"),
    *("funcattrs", "call", "positional_only_arg", "string_literals", "subclassinit", "metaclass"),
    *("dynamicclassattribute", "isinstance", "opcodes", "exception_variations", "global", "pow"),
    *("int", "binop", "bool", "complex", "set", "dict", "list", "tuple", "enumerate", "range"),
    *("itertools", "type_annotations", "type_aliases", "compile", "sort", "unary", "dictviews"),
    *("coroutines", "baseexception", "syntax", "symtable", "future_stmt", "yield_from"),
]
# Tests of what is bound to differ: pattern of the test's id, and why.
EXCLUDED = {
    "*.test_partial_as_method": "the file that a warning blames is that of the caller of getattr",
    "*CaretTests.test_multiline_method_call_*": "getattr has a frame of its own in tracebacks",
    "*.TestGetClosureVars.*": "lists the builtins that the code of the test uses, hooks included",
    "*.test_signature_bind_implicit_arg": "takes a constant of the bytecode for a code object",
    "*.TestStaticAttributes.*": "__static_attributes__ (3.13) lists what is stored in plain `self`",
    "*.TestSpecifics.test_consts_in_conditionals": "looks at the bytecode",
    "*.TestSpecifics.test_dead_blocks_do_not_generate_bytecode": "looks at the bytecode",
    "*.TestSpecifics.test_lineno_attribute": "looks at the table of lines of the bytecode",
    "*.TestSpecifics.test_merge_constants": "looks at the constants of the bytecode",
}


def outcomes(mode: str, module: str) -> tuple[int, dict[str, str]]:
    """How many sites were made, and test id: outcome, in one of the runner's two modes."""
    with tempfile.TemporaryDirectory() as directory:
        target = Path(directory, "result.json")
        command = [sys.executable, "-W", "ignore", str(RUNNER), mode, str(target), module]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        sites, found = json.loads(target.read_text())
    return sites, found


def differences(module: str) -> tuple[int, int, list[str]]:
    """How many sites and tests there were, and each test whose outcome is not the same."""
    _, plain = outcomes("plain", module)
    sites, rewritten = outcomes("rewritten", module)
    different = [
        f"{test}: {plain.get(test)}, rewritten {rewritten.get(test)}"
        for test in sorted(plain.keys() | rewritten.keys())
        if plain.get(test) != rewritten.get(test)
        and not any(fnmatch.fnmatchcase(test, pattern) for pattern in EXCLUDED)
    ]
    return sites, len(plain), different


def exists(module: str) -> bool:
    """Whether this Python comes with that module of tests."""
    found = importlib.util.find_spec("test")
    return found is not None and importlib.util.find_spec(module) is not None


def main(names: list[str]) -> None:
    total = 0
    for name in names or [*QUICK, *SLOW]:
        module = f"test.test_{name}"
        if exists(module):
            sites, tests, different = differences(module)
            total += tests
            print(
                f"{module}: {sites} sites, {tests} tests, {len(different)} differ",
                *different,
                sep="\n  ",
            )
    print(f"{total} tests compared")


if __name__ == "__main__":
    main(sys.argv[1:])
