"""Runs a small program plain and rewritten; the programs' objects and the hooks write one log."""

import builtins
import textwrap

from grading.instrument import PASSIVE_HOOKS, SITES, compile_source


class Traced:
    """Logs each access to its attributes and items; attribute and item values are its keywords."""

    def __init__(self, log, **values):
        vars(self).update(_log=log, _values=values)

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        if name not in self._values:
            raise AttributeError(name)
        return self._values[name]

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        self._values[name] = value

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        del self._values[name]

    def __getitem__(self, key):
        self._log.append(f"get [{key}]")
        return self._values.get(str(key), 0)

    def __setitem__(self, key, value):
        self._log.append(f"set [{key}]")
        self._values[str(key)] = value

    def __delitem__(self, key):
        self._log.append(f"del [{key}]")

    def __enter__(self):
        self._log.append("enter")
        return self

    def __exit__(self, *error):
        self._log.append("exit")


def recording_hooks(log):
    """Hooks that log every point, as "?kind name"."""

    def recording(hook):
        def record(*args):
            site = SITES[args[-1]]
            log.append(f"?{site.kind} {site.name}".rstrip())
            return hook(*args)

        return record

    def each(iterable, site):
        if SITES[site].kind == "read":
            return record_each(iterable, site)
        return (record_then(item, site) for item in iterable)

    hooks = {name: recording(hook) for name, hook in PASSIVE_HOOKS.items()}
    record_each, record_then = hooks["@each"], hooks["@then"]

    def op(symbol, *operands):
        log.append(f"?{symbol}")
        return PASSIVE_HOOKS["@op"](symbol, *operands)

    silent = {name: PASSIVE_HOOKS[name] for name in ("@own", "@made")}
    return hooks | {"@each": each, "@op": op} | silent


def run(source, hooks=None):
    """The result of the program's `run()`, and its log without what the import wrote there.

    hooks: those to rewrite the program for; without them it runs as it is.
    """
    log = []
    source = textwrap.dedent(source)
    names = vars(builtins).copy()
    if hooks is None:
        code = compile(source, "program.py", "exec", dont_inherit=True)
    else:
        code = compile_source(source, "program.py")
        names |= hooks(log)

    def note(entry, value=None):
        log.append(str(entry))
        return value

    def traced(**values):
        return Traced(log, **values)

    namespace = {"__builtins__": names, "__name__": "program", "note": note, "traced": traced}
    exec(code, namespace)
    log.clear()
    try:
        result = namespace["run"]()
    except Exception as error:
        result = type(error), str(error)
    return result, log


def assert_same_meaning(source):
    """Plain, rewritten for passive hooks and for recording hooks: one result, one log."""
    expected = run(source)
    assert run(source, lambda log: PASSIVE_HOOKS) == expected
    result, log = run(source, recording_hooks)
    assert (result, [entry for entry in log if not entry.startswith("?")]) == expected


def logged(source):
    """The log of the rewritten program: its own entries and the points, in order."""
    return run(source, recording_hooks)[1]
