"""Small programs, each about one construct; `run()` gives what is compared."""

PROGRAMS = {
    "order of evaluation in assignments": """
        def run():
            t = traced(n=1)
            def at(name, value=None):
                note(name)
                return value
            at("a", t).n = at("value", 2)
            at("b", t)[at("index", 1)] = at("c", t).m = at("value", 3)
            at("d", t).n, [at("e", t)[at("index")], *at("f", t).rest] = at("values", (1, (2, 3, 4)))
            at("g", t)[at("index")] += at("value", 1)
            at("h", t).n -= at("value", 1)
            at("i", t)[at("from"):at("to"):at("step")] += at("value", 1)
            at("j", t)[at("k"), at("l"):at("m")] += at("value", 1)
            at("o", t).x: at("annotation") = at("value", 2)
            del at("p", t).x, at("q", t)[at("index")]
            return t._values
        """,
    "order of evaluation in expressions": """
        def run():
            def at(name, value=None):
                note(name)
                return value
            def f(*args, **kwargs): return args, kwargs
            return (
                at("f", f)(at("a"), *at("b", [1]), k=at("c"), **at("d", {"z": 1})),
                {at("k1"): at("v1"), **at("rest", {"k": 2}), at("k2", "x"): at("v2")},
                at("x", 1) < at("y", 2) < at("z", 0) < at("not reached"),
                at("then") if at("test", 0) else at("else"),
                at("or", 0) or at("other", []) and at("not reached"),
                [at("elt") for a in at("outer", [1, 2]) for b in at("inner", [3]) if at("if", a)],
                [*at("star", (1, 2)), at("last")],
                f"{at('u', 5):>{at('width', 9)}}{at('v')!r}",
            )
        """,
    "one evaluation of each part": """
        calls = []
        def part(value):
            calls.append(value)
            return value
        def run():
            global calls
            d = {"a": [0, 1], 1: 5}
            part(d)[part("a")][part(0)] += part(7)
            part(d)[part(1)] **= part(2)
            part(d)["a"][part(0):] += part([3])
            part(d)["a"][-1:] *= 2
            x = [1, 2]
            i = 0
            x[i] += (i := 1)
            x[(x := [5, 6])[0] - 5] += 1
            calls += [d, x, i]
            return repr(calls)
        """,
    "a target that is bound anew meanwhile": """
        class Box: n = 0
        first = box = Box()
        def swap():
            globals()["box"] = Box()
            return 1
        def run():
            box.n += swap()
            return first.n, box.n
        """,
    "all augmented assignments": """
        class M:
            def __init__(self): self.log = []
            def __imatmul__(self, other):
                self.log.append(other)
                return self
        class Box: pass
        def run():
            box = Box()
            box.n, box.l, box.m, box.s = 7, [1], M(), {1}
            box.n += 5; box.n -= 1; box.n *= 3; box.n /= 2; box.n //= 2; box.n %= 5; box.n **= 2
            box.n = int(box.n)
            box.n <<= 4; box.n >>= 1; box.n |= 3; box.n ^= 5; box.n &= 0xFF
            same = box.l
            box.l += (2,)
            box.l *= 2
            box.m @= "x"
            box.s |= {2}
            return box.n, box.l is same, same, box.m.log, box.s
        """,
    "private names": """
        class _Bank:
            __rate = 2
            def __init__(self): self.__total, self.__items = 0, {}
            def add(self, __n):
                global __count
                __count = __n
                self.__total += __n * self.__rate * __count
                self.__items[__n] = lambda: self.__get()
                return self.__items[__n]()
            def __get(self): return self.__total, self.__class__.__name__
            def nested(self):
                __x = 1
                class Inner:
                    __y = 5
                    def get(this): return this.__y, __x
                def bump():
                    nonlocal __x
                    __x += 1
                bump()
                return __x, Inner.get(Inner()) if hasattr(Inner(), "_Inner__y") else None
            @property
            def __hidden(self): return [self.__rate for _ in (1, 2)]
            def show(self): return self.__hidden, [n for n in dir(self) if "__" not in n[1:]]
        class __(object):
            def get(self): self.__plain = 1; return vars(self)
        def run():
            bank = _Bank()
            try:
                inner = bank.nested()
            except NameError as error:
                inner = str(error)
            return bank.add(3), bank.add(4), inner, bank.show(), __().get(), sorted(vars(bank))
        """,
    "super": """
        class A:
            def f(self, n=1): return ["A", n]
            @classmethod
            def make(cls): return cls()
            def __repr__(self): return "A()"
        class B(A):
            def f(self, n=2):
                def inner(): return super(B, self).f(n)
                later = lambda: super(__class__, self).f(n + 1)
                plain = super().f
                return super().f(*[n]) + inner() + later() + plain() + [super().__repr__()]
            @classmethod
            def make(cls): return super().make(), __class__.__name__
            def __init_subclass__(cls, **kwargs):
                super().__init_subclass__()
                cls.options = kwargs
        class C(B, option=1):
            def f(self, *args):
                self.seen = super().f()
                return self.seen + [x for x in super().f()]
        def run(): return C().f(), repr(C.make()), C.options
        """,
    "closures": """
        def counter():
            n = 0
            def bump(by=1):
                nonlocal n
                n += by
                return n
            def read(): return n
            def reset():
                nonlocal n
                del n
                n = note("reset", 0)
            return bump, read, reset
        def run():
            bump, read, reset = counter()
            first = bump(), bump(4), read()
            reset()
            late = [lambda: i for i in range(3)]
            early = [lambda i=i: i for i in range(3)]
            made = {k: (lambda: (k, v)) for k, v in {"a": 1, "b": 2}.items()}
            lazy = (lambda: x for x in [1, 2])
            return (first, read(), [f() for f in late], [f() for f in early],
                    [f() for f in made.values()], [f() for f in lazy])
        """,
    "walrus": """
        total = 0
        def run():
            global total
            seen = [total := total + x for x in (1, 2, 3)]
            if (n := len(seen)) > 2 and (half := n // 2):
                pass
            def inner(): return [last := y for y in range(n)], last, half
            while (chunk := seen[:1]) and (seen := seen[1:]):
                note(chunk)
            late = lambda: chunk
            any((hit := x) > 1 for x in (1, 2, 3))
            return total, seen, inner(), late(), hit, (lambda: (z := 5) + z)()
        """,
    "generators": """
        def echo(t):
            try:
                while True:
                    got = yield t.n
                    t.n += yield got
                    t[(yield "index")] = yield "value"
            except ValueError as error:
                yield str(error)
            finally:
                t.n = yield "closing"
        def outer(t):
            result = yield from echo(t)
            return result, t.n
        def run():
            t = traced(n=1)
            g = outer(t)
            out = [next(g), g.send("a"), g.send(5), g.send(7), g.send("k"), g.send("v")]
            out += [g.send(0), g.throw(ValueError("boom")), next(g)]
            try:
                g.send("end")
            except StopIteration as stop:
                out.append(stop.value)
            lazy = (t.n for _ in [1, 2])
            t.n = "changed"
            return out, next(lazy), list(lazy), t._values
        """,
    "context managers": """
        from contextlib import contextmanager, ExitStack
        current = None
        @contextmanager
        def opened(name):
            note("open " + name)
            try:
                yield name
            except KeyError as error:
                note("swallowed " + str(error))
            finally:
                note("close " + name)
        class Target: pass
        def run():
            global current
            x, y, out = Target(), [0], []
            with opened("a") as x.attr, opened(x.attr + "b") as y[0], opened(y[0]) as (p, *q):
                out.append((x.attr, y, p, q))
            with opened("c") as current, opened(current + "d") as other:
                out.append((current, other, (lambda: current)()))
                raise KeyError("k")
            for name in "ef":
                with opened(name) as shared:
                    out.append(lambda: shared)
            out[-2:] = [call() for call in out[-2:]]
            with ExitStack() as stack:
                out += [stack.enter_context(opened(n)) for n in "gh"]
            return out, current
        """,
    "an error while binding `as` is the body's": """
        class Manager:
            def __enter__(self): return 1
            def __exit__(self, kind, *rest):
                note(str(kind))
                return True
        def run():
            global current, other
            with Manager() as (current, other):
                note("not reached")
            with Manager() as current, Manager() as current.n:
                note("not reached")
            return current
        """,
    "try": """
        def attempt(kind):
            log = []
            try:
                log.append("try")
                if kind: raise kind
            except (KeyError, IndexError) as error:
                log.append(repr(error.args))
            except ValueError:
                try:
                    raise RuntimeError("other") from None
                except RuntimeError as error:
                    log += error.args
                    return log
            else:
                log.append("else")
            finally:
                log.append("finally")
            return log
        def groups():
            log = []
            try:
                raise ExceptionGroup("g", [ValueError("v"), KeyError("k"), TypeError("t")])
            except* (ValueError, KeyError) as group:
                log.append(repr(group.exceptions))
            except* TypeError as group:
                log.append(len(group.exceptions))
            return log
        def run():
            return [attempt(kind) for kind in (None, KeyError(1), ValueError)], groups()
        """,
    "loops": """
        def run():
            out, box, i = [], {}, 0
            for box["k"] in (1, 2, 3):
                if box["k"] == 2: continue
                out.append(box["k"])
            else:
                out.append("else")
            while i < 5:
                i += 1
                if i == 3: break
            else:
                out.append("not reached")
            for (a, *b), c in [((1, 2, 3), 4)]:
                out.append((a, b, c))
            for x in *[1], 2:
                out.append(x)
            for _ in []: pass
            return out, box, i
        for n in (1, 2):
            while n < 3:
                n += 1
        class K:
            total = 0
            for j in range(3):
                total += j
        assert n == 3 and K.total == 3
        """,
    "match": """
        import dataclasses
        @dataclasses.dataclass
        class Point:
            x: int
            y: int = 0
        class Color:
            RED = 1
        def kind(value, limit=[3]):
            match value:
                case Color.RED: return "red"
                case int(n) if n < limit[0]: return "small", n
                case [first, *rest] if rest: return "list", first, rest, (lambda: rest)()
                case {"k": v, **others}: return "map", v, others
                case Point(x=0, y=y) | Point(y, 7): return "point", y
                case str() as text: return "text", text
                case (): return "empty"
                case _: return "else"
        def run():
            values = [1, 2, 9, [1, 2], {"k": 1, "z": 2}, Point(0, 5), Point(3, 7), "s", ()]
            return [kind(value) for value in values]
        """,
    "assignment and deletion": """
        class Slots:
            __slots__ = ("a", "b")
        def run():
            s, d = Slots(), {}
            s.a = s.b = d["k"] = d["l"] = [1]
            (x, [y, *z]), *w = (1, [2, 3, 4]), 5, 6
            a: int = 3
            b: "no value"
            d["n"]: int = 4
            [d["o"], s.b] = 7, 8
            i, d[i] = "late", 9
            del d["l"], (d["k"], x), s.a
            return hasattr(s, "a"), s.b, y, z, w, a, sorted(d.items())
        """,
    "lambdas and defaults": """
        def run():
            n = 5
            f = lambda x, /, y=n, *a, z=n + 1, **k: (x, y, a, z, k, n)
            def g(a=f(1), *, b=[f(2) for _ in (1,)]): return a, b
            fact = lambda n: 1 if n < 2 else n * fact(n - 1)
            n = 6
            return f(1), f(1, 2, 3, z=4, w=5), g(), fact(5), (lambda: (yield 1))().send(None)
        """,
    "strings": """
        def run():
            x, width, d = 3.14159, 10, {"k": [1, 2]}
            return (f"{x!r:>{width}}", f"{x:{width}.{2 + 1}f}", f"{x=}", f"{d['k'][0]!s:^5}|",
                    f"{f'{x:.1f}'}" f"{width:>{len(d) * 4}}", f"{{}}{x:%}", f"{d = !r}",
                    f'''{x
                    :.2f}''', "%s %(k)s" % d if False else "%d" % width, rb"\\d"[0])
        """,
    "properties and descriptors": """
        class Typed:
            def __set_name__(self, owner, name): self.name = "_" + name
            def __get__(self, obj, owner=None): return self if obj is None else vars(obj)[self.name]
            def __set__(self, obj, value): vars(obj)[self.name] = int(value)
            def __delete__(self, obj): del vars(obj)[self.name]
        class Thing:
            size = Typed()
            def __init__(self): self.size = "3"; self._n = 0
            @property
            def n(self): return self._n
            @n.setter
            def n(self, value): self._n = value * 2
            @staticmethod
            def s(*a): return a
            @classmethod
            def c(cls, *a): return cls.__name__, a
        def run():
            t = Thing()
            t.n += 5
            t.size += 1
            before = t.size
            del t.size
            return t.n, before, vars(t), t.s(1), t.c(2), Thing.c(3), isinstance(Thing.size, Typed)
        """,
    "metaclasses and class bodies": """
        import enum
        class Meta(type):
            @classmethod
            def __prepare__(mcs, name, bases, **kw): return {"given": kw}
            def __new__(mcs, name, bases, namespace, **kw):
                return super().__new__(mcs, name, bases, dict(namespace))
            def __call__(cls, *args):
                obj = super().__call__(*args)
                obj.made = True
                return obj
        class Base(metaclass=Meta, flag=1):
            items = [x.real * 2 for x in (1, 2) if x in {1, 2}]
            table = {k: (lambda k=k: k)() for k in "ab"}
            def __getattr__(self, name): return "dynamic " + name
        class Level(enum.IntEnum):
            LOW = 1
            HIGH = 2
            @property
            def doubled(self): return self.value * 2
        def run():
            def local():
                n = 1
                class Inner:
                    copy = n
                    def get(self): return n
                n = 2
                return Inner.copy, Inner().get()
            b = Base()
            return (b.made, b.given, b.items, b.table, b.missing, local(), Level.HIGH.doubled,
                    Level["LOW"] < Level.HIGH, [l.name for l in Level])
        """,
    "dataclasses and named tuples": """
        from collections import namedtuple
        from dataclasses import dataclass, field
        from typing import ClassVar, NamedTuple
        @dataclass(order=True, slots=True)
        class Job:
            n: int
            tags: list[str] = field(default_factory=list, compare=False)
            kind: ClassVar[str] = "job"
            def __post_init__(self): self.n += 1
        class Pair(NamedTuple):
            a: int
            b: int = 2
            def total(self): return self.a + self.b
        Old = namedtuple("Old", "x y")
        def run():
            job = Job(1)
            job.tags += ["t"]
            pair, old = Pair(1), Old(1, 2)._replace(x=3)
            return repr(job), job < Job(5), pair.total(), old, Job.__annotations__
        """,
    "decorators": """
        import functools
        def traced_calls(f=None, *, label="call"):
            if f is None: return functools.partial(traced_calls, label=label)
            @functools.wraps(f)
            def wrapper(*args, **kwargs):
                wrapper.count += 1
                note(label)
                return f(*args, **kwargs)
            wrapper.count = 0
            return wrapper
        @traced_calls
        def one(): return 1
        @traced_calls(label="two")
        @functools.lru_cache
        def two(n): return n
        def run():
            one(), two(2), two(2)
            return one.count, two.count, one.__name__, two.__wrapped__.cache_info().hits
        """,
    "comprehensions": """
        rows = [[1, 2], [3, 4]]
        flat = [x for row in rows for x in row if x]
        def run():
            k = 10
            class Scope:
                k = 20
                seen = [k for _ in (1,)]
                first = [x for x in range(k)][-1]
            return (flat, {x % 3 for x in flat}, {x: y for x, y in zip(flat, rows)},
                    [[y * k for y in row] for row in rows], sum(x for x in flat if x > 1),
                    Scope.seen, Scope.first, [i for i, in [(1,)]], [r for r in rows for r in r])
        """,
    "imports and conditional names": """
        try:
            import no_such_module as fast
        except ImportError:
            fast = None
        if fast is None:
            from math import floor as rounded
        def run():
            global lazy
            import os.path, math as lazy
            from string import digits as d
            late = lambda: lazy
            return rounded(2.5), lazy.ceil(1.5), d, os.path.basename("a/b"), late() is lazy
        """,
    "exceptions of shared names": """
        def run():
            def late():
                try:
                    return value
                except NameError as error:
                    return type(error).__name__, str(error)
            before = late()
            value = 1
            middle = late()
            del value
            return before, middle, late()
        """,
    "coroutines are left alone": """
        import asyncio
        class Source:
            async def __aiter__(self):
                for n in (1, 2):
                    yield n
        async def work(log):
            async with asyncio.Lock() as nothing:
                log += [n async for n in Source()]
            async for n in Source():
                log.append(await asyncio.sleep(0, n))
            return [(lambda: n)() for n in log]
        def run(): return asyncio.run(work([]))
        """,
    "operators": """
        class Odd:
            def __add__(self, other): return "add", other
            def __radd__(self, other): return "radd", other
            def __mod__(self, other): return NotImplemented
            def __pow__(self, other, modulus=None): return "pow", other, modulus
        def run():
            a, b, odd, out = 7, 2, Odd(), []
            out += [a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a << b, a >> b, a | b]
            out += [a ^ b, a & b, odd + a, a + odd, odd ** b, [a] + [b], {a} | {b}, {a} - {b}]
            out += ["%s %s" % (a, [b]), "%(k)s" % {"k": a}, -a * b, not a + b, [a] * b, b * "x"]
            for wrong in (lambda: odd % a, lambda: odd @ a, lambda: a + "x", lambda: [a] - a,
                          lambda: a / 0, lambda: "%d" % "x", lambda: a @ b):
                try:
                    wrong()
                except Exception as error:
                    out.append((type(error).__name__, str(error)))
            return out
        """,
    "locals that change in place": """
        class Kept:
            def __init__(self): self.log = []
            def __iadd__(self, other): self.log.append(other); return "another"
        def add(to, more):
            to += more
            return to
        def run():
            xs, n, s, kept = [1], 1, "a", Kept()
            same, log = xs, kept.log
            xs += (2,); xs *= 2; n += 1; n *= n; s += f"{n}"; s *= 2; kept += 3
            frozen = (1,)
            frozen += 2,
            union = alias = {1}
            union |= {2}; union -= {1}
            try:
                frozen += [3]
            except TypeError as error:
                s += str(error)
            for i in range(2): n += i
            return same, xs is same, n, s, kept, log, add(xs, [3]) is xs, xs, frozen, alias
        """,
    "unpacking": """
        def run():
            pair, out = [[1, 2], (3, 4)], []
            (a, [b]), *rest = [[1, (2,)], 3]
            [c, d], e = pair
            for (f, *g), h in [([1, 2, 3], 4)]: out.append((f, g, h))
            out += [x + y for x, y in [(1, 2), [3, 4]]]
            i, j = j, i = 1, 2
            k = l, m = "kl"
            for wrong in ("a, b = 1,", "a, b = [1, 2, 3]", "(a, b), c = 1, 2", "a, *b, c = [1]",
                          "for a, b in [1]: pass", "[a for a, b in ['abc']]", "a, b = None"):
                names = {}
                try:
                    exec(wrong, names)
                except Exception as error:
                    out.append((type(error).__name__, str(error)))
            return a, b, c, d, e, rest, i, j, k, l, m, out
        """,
    "delegation": """
        def inner():
            got = yield 1
            note(got)
            try:
                yield 2
            except KeyError as error:
                note(repr(error))
            return "inner"
        def outer(items):
            first = yield from items
            second = yield from inner()
            third = yield from (x for x in "ab")
            fourth = yield from {5: 6}.items()
            return first, second, third, fourth
        def run():
            g, out = outer([10, 20]), []
            out += [next(g), next(g), next(g), g.send("sent"), g.throw(KeyError("k"))]
            out += [next(g), next(g)]
            try:
                next(g)
            except StopIteration as stop:
                out.append(stop.value)
            return out
        """,
    "patterns": """
        from dataclasses import dataclass, field
        @dataclass
        class Node:
            value: int
            next: object = None
            tags: list = field(default_factory=list)
        def kind(value):
            match value:
                case Node(1, None) | Node(next=Node(value=9)): return "one or before nine"
                case Node(value=v, tags=[first, *_]) if v: return v, first
                case Node() as node: return node
                case {"a": [1, {"b": b}], **rest}: return b, rest
                case [Node(value=v), *others]: return v, others
                case (1 | 2) as n, str(s): return n, s
                case -1 | 2.5 | "x" | None | True: return "literal"
                case bytes(): return "bytes"
            return "nothing"
        def run():
            values = [Node(1), Node(2, Node(9)), Node(3, tags=["t"]), Node(4), [Node(5), 6], (2, "s"),
                      {"a": [1, {"b": 2}], "c": 3}, -1, 2.5, "x", None, True, b"", {1}, [], 7]
            return [repr(kind(value)) for value in values]
        """,
    "classes of all kinds": """
        import abc, enum, typing
        from dataclasses import dataclass, field, fields, replace
        def registered(cls): cls.registered = True; return cls
        def replaced(cls): return cls.__name__
        @registered
        @dataclass(frozen=True, order=True, slots=True)
        class Point:
            x: int
            y: int = field(default=0, compare=False)
            def moved(self, by): return replace(self, x=self.x + by)
        @dataclass(kw_only=True, eq=False)
        class Loose:
            items: list = field(default_factory=list, repr=False)
        @dataclass(unsafe_hash=True)
        class Key: n: int
        @dataclass
        class Unhashable: n: int
        @replaced
        class Name: pass
        class Flag(enum.Flag):
            A = enum.auto()
            B = enum.auto()
        class Shape(abc.ABC):
            @abc.abstractmethod
            def area(self): ...
        class Square(Shape):
            __slots__ = ("side",)
            def __init__(self, side): self.side = side
            def area(self): return self.side ** 2
            def __eq__(self, other): return self.area() == other.area()
            def __hash__(self): return 5
        class Mixin: pass
        class Pair(Mixin, tuple): pass
        class Sized(typing.Protocol):
            def __len__(self) -> int: ...
        class Coordinates(typing.NamedTuple):
            x: int
            y: int = 1
        def run():
            out = [Point(1).moved(2), Point(1) < Point(2, 5), Point.registered, Name, Flag.A | Flag.B,
                   Loose().items, Loose() == Loose(), hash(Key(1)) == hash(Key(1)), {Square(1), Square(1)},
                   hash(Pair((1, 2))) == hash((1, 2)), Coordinates(0)._replace(y=2), fields(Key)[0].name]
            for wrong in (lambda: Shape(), lambda: setattr(Point(1), "x", 2), lambda: {Unhashable(1)},
                          lambda: Loose([1]), lambda: Square(1).other, lambda: Sized()):
                try:
                    wrong()
                except Exception as error:
                    out.append(type(error).__name__)
            out[8] = len(out[8])
            return repr(out), Square.__qualname__, Mixin.__doc__, Pair.__mro__[1:3] == (Mixin, tuple)
        """,
    "coroutines keep their docstrings": """
        import asyncio, inspect
        async def documented(n):
            "What it does."
            total = 0
            async def inner(): return n
            for i in range(n): total += await inner()
            return total
        async def numbers():
            for n in (1, 2): yield n
        async def plain(): return [n async for n in numbers()]
        class Service:
            async def call(self): "Calls."; return await documented(3)
        def run():
            return (asyncio.run(documented(2)), documented.__doc__, Service.call.__doc__, plain.__doc__,
                    asyncio.run(plain()), asyncio.run(Service().call()), inspect.isasyncgenfunction(numbers))
        """,
    "code in strings": """
        n = 1
        def run():
            m = 2
            exec("global n; n = 5")
            names = {}
            exec("x = 3", names)
            return n, eval("m + 1"), eval("n", {"n": 7}), names["x"], eval(*["m"]), vars() == locals()
        """,
    "with in parentheses": """
        from contextlib import nullcontext, suppress
        def run():
            out = []
            with (nullcontext([1, 2]) as [a, b], nullcontext() as nothing, suppress(KeyError)):
                out.append((a, b, nothing))
                raise KeyError
            with nullcontext(out) as out[:0], nullcontext(a): pass
            return len(out)
        """,
    "finally has the last word": """
        def f(kind):
            for i in range(3):
                try:
                    if kind == "return": return i
                    if kind == "raise": raise ValueError(i)
                    if kind == "continue": continue
                finally:
                    note(f"finally {i}")
                    if kind == "break": break
                    if kind == "raise": return "swallowed"
            else:
                return "else"
            return "end"
        def g():
            try:
                raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3)])])
            except* (ValueError, TypeError) as group:
                note(repr(group.exceptions))
                raise
            except* KeyError:
                raise RuntimeError("new") from None
        def run():
            try:
                g()
            except ExceptionGroup as group:
                last = repr(group)
            return [f(kind) for kind in ("return", "raise", "continue", "break", "")], last
        """,
    "annotations": """
        from __future__ import annotations
        from typing import get_type_hints
        class Tree:
            left: Tree | None = None
            value: int
            def add(self, other: Tree, *rest: Tree, by: list[int] = [1], **more: dict[str, Tree]) -> Tree:
                local: Unknown = other
                self.left: Tree = local
                return self
        def run():
            hints = get_type_hints(Tree, globals())
            return sorted(hints), Tree.add.__annotations__, Tree().add(Tree()).left.left
        """,
    "frames": """
        import sys
        def caller(): return sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno
        class Box:
            def caller(self): return sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno
        def run():
            x = 1
            return (caller(), Box().caller(),
                    (lambda: caller())(), sorted(locals()), eval("x"), vars() == {"x": 1})
        """,
}

NEWER_PROGRAMS = {
    ((3, 12), "type parameters"): """
        type Alias[T] = list[T]
        class Stack[T]:
            def __init__(self) -> None: self.items: list[T] = []
            def push[U: int](self, item: T, other: U = 1) -> T:
                self.items.append(item)
                later = lambda: (T, U)
                return [str(t) for t in later()]
        def first[T](items: list[T]) -> T:
            def inner(): return T.__name__
            return items[0], inner()
        def run():
            type Local = Alias[int]
            return Stack().push(1), first([1]), str(Local), Stack.__type_params__[0].__name__
        """,
    ((3, 12), "f-strings with any quotes"): """
        def run():
            d = {"a": {"b": 1}}
            return f"{d["a"]["b"]}{f"{f"{d['a']}"}"}{
                d["a"]  # a comment
            !r:>{len(d) + 12}}"
        """,
    ((3, 14), "template strings"): """
        def run():
            x = [1]
            made = t"{x[0]!r:>{len(x)}} {x=}"
            return made.strings, made.values, [i.expression for i in made.interpolations]
        """,
}
