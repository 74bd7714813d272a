"""Small races, each through one construct: what two threads do, and what must come out where a lock makes it one step.

`RACES` maps a name to (what comes first, the first thread's statements, the second's or "" for the same, the claim).
"""

import textwrap

BOX = """
class Box:
    n = 0
    value = None
box = Box()
"""
SHARED = "shared, seen = [], []"
PAIR = "pair, seen = [0, 0], []"
BOTH = "pair[0] = 1\npair[1] = 1"
TWO = "shared.append('a')\nshared.append('b')"
WHOLE = "all(s in ([], ['a', 'b']) for s in seen)"
POINT = """
from dataclasses import asdict, astuple, dataclass, field, replace
@dataclass
class Point:
    x: int = 0
    y: int = 0
point, seen = Point(), []
"""
MOVE = "point.x = 1\npoint.y = 1"

ATTRIBUTES = {
    "attribute with a default in the class": (BOX, "box.n += 1", "", "box.n == 2"),
    "flag with a default in the class": (
        BOX + "seen = []",
        "box.n = 1\nbox.value = 5",
        "if box.n: seen.append(box.value)",
        "seen in ([], [5])",
    ),
    "flag that is read before it is written": (
        BOX + "seen = []",
        "if box.n: seen.append(box.value)",
        "box.n = 1\nbox.value = 5",
        "seen in ([], [5])",
    ),
    "setattr and getattr": (BOX, 'setattr(box, "n", getattr(box, "n") + 1)', "", "box.n == 2"),
    "hasattr": (
        BOX + "made = []",
        'if not hasattr(box, "late"):\n    box.late = 1\n    made.append(1)',
        "",
        "len(made) == 1",
    ),
    "delattr": (
        BOX + "box.late = 1",
        'if hasattr(box, "late"): delattr(box, "late")',
        "",
        'not hasattr(box, "late")',
    ),
    "del of an attribute": (
        BOX + "box.late = 1",
        'if hasattr(box, "late"): del box.late',
        "",
        'not hasattr(box, "late")',
    ),
    "object.__setattr__": (BOX, 'object.__setattr__(box, "n", box.n + 1)', "", "box.n == 2"),
    "super().__setattr__": (
        """
        class Box:
            def __init__(self): self.n = 0
            def __setattr__(self, name, value): super().__setattr__(name, value)
        box = Box()
        """,
        "box.n += 1",
        "",
        "box.n == 2",
    ),
    "a frozen dataclass by force": (
        POINT.replace("@dataclass", "@dataclass(frozen=True)"),
        'object.__setattr__(point, "x", point.x + 1)',
        "",
        "point.x == 2",
    ),
    "private name": (
        """
        class Box:
            def __init__(self): self.__n = 0
            def bump(self): self.__n += 1
            def get(self): return self.__n
        box = Box()
        """,
        "box.bump()",
        "",
        "box.get() == 2",
    ),
    "slots": (
        "class Box: __slots__ = ('n',)\nbox = Box(); box.n = 0",
        "box.n += 1",
        "",
        "box.n == 2",
    ),
    "property": (
        """
        class Box:
            _n = 0
            @property
            def n(self): return self._n
            @n.setter
            def n(self, value): self._n = value
        box = Box()
        """,
        "box.n += 1",
        "",
        "box.n == 2",
    ),
    "descriptor": (
        """
        class Stored:
            def __set_name__(self, owner, name): self.name = "_" + name
            def __get__(self, obj, owner=None): return getattr(obj, self.name, 0)
            def __set__(self, obj, value): setattr(obj, self.name, value)
        class Box: n = Stored()
        box = Box()
        """,
        "box.n += 1",
        "",
        "box.n == 2",
    ),
    "class attribute": (BOX, "Box.n += 1", "", "Box.n == 2"),
    "type(self)": (
        "class Box:\n    n = 0\n    def bump(self): type(self).n += 1\nbox = Box()",
        "box.bump()",
        "",
        "Box.n == 2",
    ),
    "cls": (
        "class Box:\n    n = 0\n    @classmethod\n    def bump(cls): cls.n += 1\n",
        "Box.bump()",
        "",
        "Box.n == 2",
    ),
    "inherited counter": (
        "class Base: n = 0\nclass Sub(Base): pass",
        "Sub.n += 1",
        "",
        "Sub.n == 2",
    ),
    "class attribute read through an instance": (
        BOX,
        "Box.n = box.n + 1",
        "",
        "Box.n == 2",
    ),
    "attribute of a subclass read through an instance": (
        "class Base: n = 0\nclass Sub(Base): pass\nbox = Sub()",
        "Sub.n = box.n + 1",
        "",
        "Sub.n == 2",
    ),
    "attribute of an Enum member": (
        """
        import enum
        class Level(enum.Enum):
            LOW = 1
            def __init__(self, value): self.hits = 0
        """,
        "Level.LOW.hits += 1",
        "",
        "Level.LOW.hits == 2",
    ),
    "attribute of the own module": (
        "import sys\nn = 0\nme = sys.modules[__name__]\ndef reset():\n    global n\n    n = 0",
        "me.n += 1",
        "",
        "n == 2",
    ),
    "attribute of a call's result": (
        BOX + "def get(): return box",
        "get().n += 1",
        "",
        "box.n == 2",
    ),
    "attribute of a function": (
        "def count(): count.calls += 1\ncount.calls = 0",
        "count()",
        "",
        "count.calls == 2",
    ),
    "decorator that counts": (
        """
        import functools
        def counted(step):
            def decorate(f):
                @functools.wraps(f)
                def wrapper(*args):
                    wrapper.calls += step
                    return f(*args)
                wrapper.calls = 0
                return wrapper
            return decorate
        @counted(1)
        def work(): pass
        """,
        "work()",
        "",
        "work.calls == 2",
    ),
    "attrgetter": (
        BOX + "import operator\nread = operator.attrgetter('n')",
        "box.n = read(box) + 1",
        "",
        "box.n == 2",
    ),
    "methodcaller": (
        SHARED + "\nimport operator\nsize = operator.methodcaller('__len__')",
        "shared.append(1)\nshared.append(2)",
        "seen.append(size(shared))",
        "seen[0] in (0, 2)",
    ),
    "swap of attributes": (
        BOX + "box.n, box.value = 1, 2",
        "box.n, box.value = box.value, box.n",
        "",
        "(box.n, box.value) == (1, 2)",
    ),
    "chained assignment": (
        BOX + "seen = []",
        "box.n = box.value = 1",
        "seen.append((box.n, box.value))",
        "seen[0] in ((0, None), (1, 1))",
    ),
    "class pattern": (
        POINT,
        MOVE,
        "match point:\n    case Point(x=1, y=0): seen.append('torn')",
        "not seen",
    ),
    "positional class pattern": (
        POINT,
        MOVE,
        "match point:\n    case Point(1, 0): seen.append('torn')",
        "not seen",
    ),
    "dataclass": (POINT, "point.x += 1", "", "point.x == 2"),
    "dataclass with slots": (
        POINT.replace("@dataclass", "@dataclass(slots=True, order=True)"),
        "point.x += 1",
        "",
        "point.x == 2",
    ),
    "comparison of a dataclass": (
        POINT,
        MOVE,
        "seen.append(point in (Point(0, 0), Point(1, 1)))",
        "seen[0]",
    ),
    "order of a dataclass": (
        POINT.replace("@dataclass", "@dataclass(order=True)"),
        MOVE,
        "seen.append(Point(0, 0) < point < Point(1, 1))",
        "not seen[0]",
    ),
    "repr of a dataclass": (
        POINT,
        MOVE,
        "seen.append(repr(point))",
        "seen[0] in ('Point(x=0, y=0)', 'Point(x=1, y=1)')",
    ),
    "repr of a dataclass in a string": (
        POINT,
        MOVE,
        "seen.append(f'{point}')",
        "seen[0] in ('Point(x=0, y=0)', 'Point(x=1, y=1)')",
    ),
    "replace of a dataclass": (
        POINT.replace("@dataclass", "@dataclass(frozen=True)"),
        "global point\npoint = replace(point, x=point.x + 1)",
        "",
        "point.x == 2",
    ),
    "default_factory": (
        "from dataclasses import dataclass, field\n"
        "@dataclass\nclass Job: tags: list = field(default_factory=list)\njob = Job()",
        "if not job.tags: job.tags += ['t']",
        "",
        "job.tags == ['t']",
    ),
    "NamedTuple": (
        "from typing import NamedTuple\nclass State(NamedTuple): n: int = 0\nstate = State()",
        "global state\nstate = state._replace(n=state.n + 1)",
        "",
        "state.n == 2",
    ),
}

NAMES = {
    "global": ("n = 0", "global n\nn += 1", "", "n == 2"),
    "walrus": ("n = 0", "global n\n(n := n + 1)", "", "n == 2"),
    "walrus in a comprehension": ("n = 0", "global n\n[n := n + 1 for _ in '1']", "", "n == 2"),
    "star-assignment into a global": (
        "n, rest = 0, []",
        "global n\nn, *_ = n + 1, 2",
        "",
        "n == 2",
    ),
    "loop into a global": ("n = 0", "global n\nfor n in (n + 1,): pass", "", "n == 2"),
    "del of a global": (
        "n = 1",
        "global n\ntry: n\nexcept NameError: return\ndel n",
        "",
        "True",
    ),
    "nonlocal in nested closures": (
        """
        def make():
            n = 0
            def outer():
                def inner():
                    nonlocal n
                    n += 1
                inner()
            return outer, lambda: n
        bump, get = make()
        """,
        "bump()",
        "",
        "get() == 2",
    ),
    "lambda": ("n = 0\nget = lambda: n", "global n\nn = get() + 1", "", "n == 2"),
    "default mutable argument": (
        "made = []\ndef once(known=[]):\n    if not known:\n        known.append(1)\n        made.append(1)",
        "once()",
        "",
        "len(made) == 1",
    ),
    "lazy global": (
        "made, it = [], None",
        "global it\nif it is None:\n    made.append(1)\n    it = 1",
        "",
        "len(made) == 1",
    ),
    "try and finally": (
        "n = 0",
        "global n\ntry:\n    old = n\nfinally:\n    n = old + 1",
        "",
        "n == 2",
    ),
    "except*": (
        "n = 0",
        "global n\ntry:\n    raise ExceptionGroup('', [KeyError()])\nexcept* KeyError:\n    n += 1",
        "",
        "n == 2",
    ),
    "with of several items": (
        "from contextlib import nullcontext\nn = 0",
        "global n\nwith nullcontext(n) as a, nullcontext(n) as b:\n    n = max(a, b) + 1",
        "",
        "n == 2",
    ),
    "context manager": (
        """
        from contextlib import contextmanager
        n = 0
        @contextmanager
        def bumped():
            global n
            yield
            n += 1
        """,
        "with bumped(): pass",
        "",
        "n == 2",
    ),
    "generator": (
        "n = 0\ndef bumps():\n    global n\n    yield\n    n += 1",
        "for _ in bumps(): pass",
        "",
        "n == 2",
    ),
    "match guard": (
        "n = 0",
        "global n\nmatch n:\n    case int(old) if old == n: n = old + 1",
        "",
        "n == 2",
    ),
    "callback of map": (
        "n = 0\ndef bump(_):\n    global n\n    n += 1",
        "list(map(bump, 'a'))",
        "",
        "n == 2",
    ),
    "callback of reduce": (
        "from functools import reduce\nn = 0\ndef bump(*_):\n    global n\n    n += 1",
        "reduce(bump, 'ab')",
        "",
        "n == 2",
    ),
    "partial": (
        "from functools import partial\nn = 0\n"
        "def bump(by):\n    global n\n    n += by\nbump_by_one = partial(bump, 1)",
        "bump_by_one()",
        "",
        "n == 2",
    ),
}

CONTENTS = {
    "item": ("d = {'n': 0}", "d['n'] += 1", "", "d['n'] == 2"),
    "item by operator": (
        "import operator\nd = {'n': 0}",
        "operator.setitem(d, 'n', operator.getitem(d, 'n') + 1)",
        "",
        "d['n'] == 2",
    ),
    "itemgetter": (
        "import operator\nd = {'n': 0}\nget = operator.itemgetter('n')",
        "d['n'] = get(d) + 1",
        "",
        "d['n'] == 2",
    ),
    "get and update": ("d = {}", "d.update(n=d.get('n', 0) + 1)", "", "d['n'] == 2"),
    "unbound method": (
        SHARED,
        "list.append(shared, 'a')\nlist.append(shared, 'b')",
        "seen.append(list.copy(shared))",
        WHOLE,
    ),
    "list subclass": (
        "class Stack(list):\n    def push(self, item): super().append(item)\nshared, seen = Stack(), []",
        "shared.push('a')\nshared.push('b')",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "dict subclass": (
        """
        class Counts(dict):
            def __missing__(self, key): return 0
            def __setitem__(self, key, value): super().__setitem__(key, value)
        d = Counts()
        """,
        "d['n'] += 1",
        "",
        "d['n'] == 2",
    ),
    "dict subclass that stores in its base": (
        """
        class Counts(dict):
            def bump(self, key): dict.__setitem__(self, key, dict.get(self, key, 0) + 1)
        d = Counts()
        """,
        "d.bump('n')",
        "",
        "d['n'] == 2",
    ),
    "defaultdict with a factory of its own": (
        "from collections import defaultdict\nd = defaultdict(lambda: [])",
        "d['k'].append(1)",
        "",
        "len(d['k']) == 2",
    ),
    "defaultdict with a class of its own": (
        "from collections import defaultdict\nclass Items(list): pass\nd = defaultdict(Items)",
        "d['k'].append(1)",
        "",
        "len(d['k']) == 2",
    ),
    "defaultdict": (
        "from collections import defaultdict\nd = defaultdict(int)",
        "d['k'] += 1",
        "",
        "d['k'] == 2",
    ),
    "reading a defaultdict under a loop": (
        "from collections import defaultdict\nd = defaultdict(int, a=1, b=2)",
        "for key in d: pass",
        "d['new']",
        "True",
    ),
    "Counter": ("from collections import Counter\nd = Counter()", "d['k'] += 1", "", "d['k'] == 2"),
    "OrderedDict": (
        "from collections import OrderedDict\nd = OrderedDict(a=1, b=2)",
        "if next(iter(d)) == 'a': d.move_to_end('a')\nelse: d.clear()",
        "",
        "not d",
    ),
    "deque": (
        "from collections import deque\nd = deque([1])",
        "if d: d.popleft()",
        "",
        "not d",
    ),
    "array": (
        "from array import array\nnumbers = array('i', [0])",
        "numbers[0] += 1",
        "",
        "numbers[0] == 2",
    ),
    "bytearray": ("data = bytearray(1)", "data[0] += 1", "", "data[0] == 2"),
    "memoryview": (
        "data = bytearray(1)\nview = memoryview(data)",
        "view[0] += 1",
        "",
        "data[0] == 2",
    ),
    "memoryview beside its bytes": (
        "data = bytearray(1)\nview = memoryview(data)",
        "view[0] = data[0] + 1",
        "",
        "data[0] == 2",
    ),
    "heap": (
        "import heapq\nheap = [1]",
        "if heap: heapq.heappop(heap)",
        "",
        "not heap",
    ),
    "heap of things that compare": (
        """
        import heapq
        class Job:
            def __init__(self, n): self.n = n
            def __lt__(self, other): return self.n < other.n
        heap, seen = [Job(2), Job(3)], []
        """,
        "heapq.heappush(heap, Job(1))",
        "seen.append([job.n for job in heap[:]])",
        "seen in ([[2, 3]], [[1, 3, 2]])",
    ),
    "heap of dataclasses": (
        """
        import heapq
        from dataclasses import dataclass
        @dataclass(order=True)
        class Job:
            n: int
        heap, seen = [Job(2), Job(3)], []
        """,
        "heapq.heappush(heap, Job(1))",
        "seen.append([job.n for job in heap[:]])",
        "seen in ([[2, 3]], [[1, 3, 2]])",
    ),
    "insort": (
        "import bisect\nxs = []",
        "if not bisect.bisect(xs, 1): bisect.insort(xs, 1)",
        "",
        "xs == [1]",
    ),
    "sort with a key empties": (
        "shared, seen = [3, 1, 2], []",
        "shared.sort(key=lambda x: -x)",
        "seen.append(len(shared))",
        "seen == [3]",
    ),
    "sort with a key against append": (
        "shared = [3, 1, 2]",
        "shared.sort(key=lambda x: -x)",
        "shared.append(4)",
        "len(shared) == 4",
    ),
    "max by a method of a dict": (
        "weights, shared, seen = {1: 0, 2: 0}, [1, 2], []",
        "weights[2] = 1\nweights[1] = 1",
        "seen.append(max(shared, key=weights.get))",
        "seen == [1]",
    ),
    "extend by a generator": (
        "shared, seen = [0, 0], []",
        "shared[0] = 1\nshared[1] = 1",
        "seen.extend(x for x in shared)",
        "seen in ([0, 0], [1, 1])",
    ),
    "sum over a generator": (
        PAIR,
        "pair[0] -= 1\npair[1] += 1",
        "seen.append(sum(x for x in pair))",
        "seen == [0]",
    ),
    "sum": (PAIR, BOTH, "seen.append(sum(pair))", "seen[0] in (0, 2)"),
    "max by key": (
        PAIR,
        BOTH,
        "seen.append(max(pair, key=lambda x: x) - min(pair))",
        "seen == [0]",
    ),
    "join": (SHARED, TWO, "seen.append(list(''.join(shared)))", WHOLE),
    "join with a separator": (
        SHARED,
        TWO,
        "seen.append([*', '.join(shared)])",
        "seen[0] in ([], [*'a, b'])",
    ),
    "f-string": (SHARED, TWO, "seen.append(f'{shared}')", "seen[0] in ('[]', \"['a', 'b']\")"),
    "format": (
        SHARED,
        TWO,
        "seen.append('{}'.format(shared))",
        "seen[0] in ('[]', \"['a', 'b']\")",
    ),
    "percent": (SHARED, TWO, "seen.append('%s' % shared)", "seen[0] in ('[]', \"['a', 'b']\")"),
    "str of a list in a list": (
        "shared, seen = [], []\nouter = [shared]",
        TWO,
        "seen.append(str(outer))",
        "seen[0] in ('[[]]', \"[['a', 'b']]\")",
    ),
    "in": (
        SHARED,
        TWO,
        "seen.append(('a' in shared, 'b' in shared))",
        "seen[0] in ((True, True), (False, False))",
    ),
    "slice": (SHARED, TWO, "seen.append(shared[:])", WHOLE),
    "slice of a call's result": (
        SHARED + "\ndef get(): return shared",
        TWO,
        "seen.append(get()[:])",
        WHOLE,
    ),
    "comparison of a call's result": (
        SHARED + "\ndef get(): return shared",
        TWO,
        "seen.append(get() == ['a'])",
        "not seen[0]",
    ),
    "truth of a call's result": (
        "shared, made = [], []\ndef get(): return shared",
        "if not get():\n    shared.append(1)\n    made.append(1)",
        "",
        "len(made) == 1",
    ),
    "bool": (
        "shared, made = [], []",
        "if bool(shared) is False:\n    shared.append(1)\n    made.append(1)",
        "",
        "len(made) == 1",
    ),
    "del of a slice": (
        SHARED,
        "shared[:] = ['a', 'b']\ndel shared[:]",
        "seen.append(shared[:])",
        "not seen[0]",
    ),
    "unpacking": (PAIR, BOTH, "a, b = pair\nseen.append(a + b)", "seen[0] in (0, 2)"),
    "starred unpacking": (PAIR, BOTH, "a, *b = pair\nseen.append(a + b[0])", "seen[0] in (0, 2)"),
    "unpacking in a loop": (
        PAIR,
        BOTH,
        "for a, b in (pair,): seen.append(a + b)",
        "seen[0] in (0, 2)",
    ),
    "star": (PAIR, BOTH, "seen.append(sum([*pair]))", "seen[0] in (0, 2)"),
    "star argument": (PAIR, BOTH, "seen.append(max(*pair) + min(*pair))", "seen[0] in (0, 2)"),
    "double star": (
        "d, seen = {}, []",
        "d['a'] = 1\nd['b'] = 1",
        "seen.append(len(dict(**d)))",
        "seen[0] in (0, 2)",
    ),
    "double star in a display": (
        "d, seen = {}, []",
        "d['a'] = 1\nd['b'] = 1",
        "seen.append(len({**d}))",
        "seen[0] in (0, 2)",
    ),
    "sequence pattern": (
        PAIR,
        BOTH,
        "match pair:\n    case [1, 0]: seen.append('torn')",
        "not seen",
    ),
    "mapping pattern": (
        "d, seen = {}, []",
        "d['a'] = 1\nd['b'] = 1",
        "match d:\n    case {'a': 1, 'b': 1}: pass\n    case {'a': 1}: seen.append('torn')",
        "not seen",
    ),
    "yield from": (
        "shared, seen = [], []\ndef all_of(): yield from shared",
        TWO,
        "seen.append([*all_of()])",
        WHOLE,
    ),
    "sum of lists": (SHARED, TWO, "seen.append(shared + [])", WHOLE),
    "sum of lists of calls": (
        SHARED + "\ndef get(): return shared",
        TWO,
        "seen.append([] + get())",
        WHOLE,
    ),
    "product of a list": (SHARED, TWO, "seen.append(shared * 1)", WHOLE),
    "union of sets": (
        "shared, seen = set(), []",
        "shared.add('a')\nshared.add('b')",
        "seen.append(len(shared | set()))",
        "seen[0] in (0, 2)",
    ),
    "adding up in place": (
        SHARED,
        "mine = shared\nmine += ['a']\nmine += ['b']",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "adding up an argument in place": (
        SHARED + "\ndef add(to, item): to += [item]",
        "add(shared, 'a')\nadd(shared, 'b')",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "adding a shared list in place": (
        SHARED,
        TWO,
        "mine = []\nmine += shared\nseen.append(mine)",
        WHOLE,
    ),
    "adding to an attribute in place": (
        BOX + "box.items = []\nshared, seen = box.items, []",
        "box.items += ['a']\nbox.items += ['b']",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "union in place": (
        "shared, seen = set(), []",
        "mine = shared\nmine |= {'a'}\nmine |= {'b'}",
        "seen.append(len(shared))",
        "seen[0] in (0, 2)",
    ),
    "operator.iconcat": (
        SHARED + "\nimport operator",
        "operator.iconcat(shared, ['a'])\noperator.iconcat(shared, ['b'])",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "reduce": (
        PAIR + "\nfrom functools import reduce",
        BOTH,
        "seen.append(reduce(lambda a, b: a + b, pair))",
        "seen[0] in (0, 2)",
    ),
    "partial of a built-in": (
        SHARED + "\nfrom functools import partial\nput = partial(shared.append, 'a')",
        "put()\nshared.append('b')",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "bound method handed over": (
        SHARED,
        "list(map(shared.append, 'a'))\nshared.append('b')",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "callback of an exit stack": (
        SHARED + "\nfrom contextlib import ExitStack",
        "with ExitStack() as stack: stack.callback(shared.append, 'a')\nshared.append('b')",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "copy": (SHARED + "\nimport copy", TWO, "seen.append(copy.copy(shared))", WHOLE),
    "StringIO": (
        "import io\nbuffer = io.StringIO()",
        "buffer.write('a')\nbuffer.write('b')",
        "",
        "buffer.getvalue() == 'abab'",
    ),
    "print into a StringIO": (
        "import io\nbuffer = io.StringIO()",
        "print('a', file=buffer, end='')\nprint('b', file=buffer, end='')",
        "",
        "buffer.getvalue() == 'abab'",
    ),
    "print under redirect_stdout": (
        "import io, contextlib\nbuffer = io.StringIO()",
        "print('a', end='')\nprint('b', end='')",
        "",
        "buffer.getvalue() == 'abab'",
    ),
}

ITERATION = {
    "loop over a dict": ("d = {1: 1, 2: 2}", "for key in d: pass", "d[3] = 3", "True"),
    "loop over items": (
        "d = {1: 1, 2: 2}",
        "for key, value in d.items(): pass",
        "d[3] = 3",
        "True",
    ),
    "loop over items kept": (
        "d = {1: 1, 2: 2}\nview = d.items()",
        "for key, value in view: pass",
        "d[3] = 3",
        "True",
    ),
    "comprehension over values": (
        "d = {1: 1, 2: 2}",
        "[value for value in d.values()]",
        "d[3] = 3",
        "True",
    ),
    "generator over keys": ("d = {1: 1, 2: 2}", "sum(key for key in d.keys())", "d[3] = 3", "True"),
    "loop over enumerate": (
        "shared, seen = [1, 2, 3], []",
        "for i, x in enumerate(shared): seen.append(x)",
        "del shared[0]",
        "seen in ([1, 2, 3], [2, 3])",
    ),
    "loop over zip": (
        "shared, seen = [1, 2, 3], []",
        "for x, _ in zip(shared, 'abc'): seen.append(x)",
        "del shared[0]",
        "seen in ([1, 2, 3], [2, 3])",
    ),
    "loop over reversed": (
        "shared, seen = [1, 2, 3], []",
        "for x in reversed(shared): seen.append(x)",
        "shared[0] = shared[2] = 0",
        "seen in ([3, 2, 1], [0, 2, 0])",
    ),
    "loop over map": (
        "shared, seen = [1, 2, 3], []",
        "for x in map(str, shared): seen.append(x)",
        "del shared[0]",
        "seen in (['1', '2', '3'], ['2', '3'])",
    ),
    "map with a callback": (
        "d = {1: 1, 2: 2}",
        "list(map(lambda x: x, d))",
        "d[3] = 3",
        "True",
    ),
    "loop over chain": (
        "import itertools\nd = {1: 1, 2: 2}",
        "for x in itertools.chain(d, 'a'): pass",
        "d[3] = 3",
        "True",
    ),
    "iterator handed to next": (
        "d = {1: 1, 2: 2}",
        "it = iter(d)\nnext(it)\nnext(it)",
        "d[3] = 3",
        "True",
    ),
    "shared generator": (
        "def numbers():\n    n = 0\n    while True:\n        n += 1\n        yield n\nnext_number = numbers()",
        "next(next_number)",
        "",
        "True",
    ),
    "loop over a shared generator": (
        "def numbers():\n    for n in range(2): yield n\nshared = numbers()",
        "for _ in shared: pass",
        "",
        "True",
    ),
    "send to a shared generator": (
        "def total():\n    n = 0\n    while True:\n        n += yield n\nshared = total(); next(shared)",
        "shared.send(1)",
        "",
        "True",
    ),
    "shared iterator of a list": (
        "shared, got = iter([1, 2]), []",
        "x = next(shared)\ngot.append(x)",
        "",
        "got == [1, 2]",
    ),
    "shared count": (
        "import itertools\nids, got = itertools.count(), []",
        "got.append(next(ids))",
        "",
        "got == [0, 1]",
    ),
    "loop over a shared iterator": (
        "shared, got = iter([1, 2]), []",
        "for x in shared: got.append(x)",
        "",
        "got == [1, 2]",
    ),
}

MORE = {
    "vars": (BOX + "box.n=0", "vars(box)['n'] += 1", "", "box.n == 2"),
    "vars against attribute": (BOX + "box.n=0", "vars(box)['n'] = box.n + 1", "", "box.n == 2"),
    "__dict__": (BOX + "box.n=0", "box.__dict__['n'] += 1", "", "box.n == 2"),
    "dict of attributes against an attribute": (
        BOX + "box.n=0",
        "vars(box)['n'] += 1",
        "box.n += 1",
        "box.n == 2",
    ),
    "attribute against the dict of attributes": (
        BOX + "box.n=0",
        "box.n += 1",
        "vars(box)['n'] += 1",
        "box.n == 2",
    ),
    "loop over the dict of attributes": (
        BOX + "box.n=0",
        "box.new=1",
        "for k, v in vars(box).items(): pass",
        "True",
    ),
    "asdict": (
        POINT,
        MOVE,
        "seen.append(asdict(point))",
        "seen[0] in ({'x':0,'y':0},{'x':1,'y':1})",
    ),
    "copy of an object": (
        POINT + "\nimport copy",
        MOVE,
        "p = copy.copy(point)\nseen.append((p.x,p.y))",
        "seen[0] in ((0,0),(1,1))",
    ),
    "attribute through super": (
        (
            "class Base: n = 0\n"
            "class Sub(Base):\n"
            "    def bump(self): Base.n = super().n + 1\n"
            "box=Sub()"
        ),
        "box.bump()",
        "",
        "Base.n == 2",
    ),
    "object.__getattribute__": (
        BOX,
        "box.n = object.__getattribute__(box,'n') + 1",
        "",
        "box.n == 2",
    ),
    "own __iter__": (
        (
            "class Bag:\n"
            "    def __init__(self): self.d = {1:1,2:2}\n"
            "    def __iter__(self): return iter(self.d)\n"
            "bag=Bag()"
        ),
        "for x in bag: pass",
        "bag.d[3]=3",
        "True",
    ),
    "own __iter__ that delegates": (
        (
            "class Bag:\n"
            "    def __init__(self): self.d = {1:1,2:2}\n"
            "    def __iter__(self): yield from self.d\n"
            "bag=Bag()"
        ),
        "for x in bag: pass",
        "bag.d[3]=3",
        "True",
    ),
    "own __len__": (
        (
            "class Bag:\n"
            "    def __init__(self): self.d = []\n"
            "    def __len__(self): return len(self.d)\n"
            "bag, made=Bag(), []"
        ),
        "if not bag:\n    bag.d.append(1)\n    made.append(1)",
        "",
        "len(made)==1",
    ),
    "own __contains__": (
        (
            "class Bag:\n"
            "    def __init__(self): self.d = []\n"
            "    def __contains__(self, x): return x in self.d\n"
            "bag, made=Bag(), []"
        ),
        "if 1 not in bag:\n    bag.d.append(1)\n    made.append(1)",
        "",
        "len(made)==1",
    ),
    "and": ("shared=[1]", "shared and shared.pop()", "", "not shared"),
    "loop over indices": (
        "shared=[1,2]",
        "for i in range(len(shared)): shared[i]",
        "shared.clear()",
        "True",
    ),
    "nested unpacking": (
        BOX + "box.pair=[0,0]; pair=box.pair; seen=[]",
        BOTH,
        "(a, b), c = box.pair, 1\nseen.append(a+b)",
        "seen[0] in (0,2)",
    ),
    "unpacking of an attribute": (
        BOX + "box.pair=[0,0]; pair=box.pair; seen=[]",
        BOTH,
        "a, b = box.pair\nseen.append(a+b)",
        "seen[0] in (0,2)",
    ),
    "list of items": (
        "d, seen = {}, []",
        "d['a']=1\nd['b']=1",
        "seen.append(len(list(d.items())))",
        "seen[0] in (0,2)",
    ),
    "star of values": (
        "d, seen = {}, []",
        "d['a']=1\nd['b']=1",
        "seen.append(len([*d.values()]))",
        "seen[0] in (0,2)",
    ),
    "join unbound": (SHARED, TWO, "seen.append([*str.join('', shared)])", WHOLE),
    "join of a map": (SHARED, TWO, "seen.append([*''.join(map(str, shared))])", WHOLE),
    "percent with a tuple": (
        SHARED,
        TWO,
        "seen.append('%s' % (shared,))",
        "seen[0] in ('[]', \"['a', 'b']\")",
    ),
    "built-in format": (
        SHARED,
        TWO,
        "seen.append(format(shared, ''))",
        "seen[0] in ('[]', \"['a', 'b']\")",
    ),
    "conversion in an f-string": (
        SHARED,
        TWO,
        "seen.append(f'{shared!r:>2}')",
        "seen[0] in ('[]', \"['a', 'b']\")",
    ),
    "repr of a list in a tuple": (
        SHARED,
        TWO,
        "seen.append(repr((1, shared)))",
        "seen[0] in ('(1, [])', \"(1, ['a', 'b'])\")",
    ),
    "comparison of tuples": (SHARED, TWO, "seen.append((1, shared) == (1, ['a']))", "not seen[0]"),
    "method mapped by a pool": (
        SHARED,
        "with ThreadPoolExecutor(1) as p: p.map(shared.append, 'ab')",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "method submitted to a pool": (
        SHARED,
        (
            "with ThreadPoolExecutor(1) as p:\n"
            "    p.submit(shared.append, 'a'); p.submit(shared.append, 'b')"
        ),
        "seen.append(shared[:])",
        WHOLE,
    ),
    "method as a callback": (
        SHARED,
        ("f = Future()\nf.add_done_callback(shared.append)\nf.set_result(1)\nshared.append(2)"),
        "seen.append(len(shared))",
        "seen[0] in (0,2)",
    ),
    "method in a lazy map": (
        SHARED,
        "for _ in map(shared.append, 'ab'): pass",
        "seen.append(shared[:])",
        WHOLE,
    ),
    "iterator stepped by hand": (
        "d, seen = {1:1,2:2}, []",
        "it = iter(d)\nnext(it)\nnext(it)",
        "d[3]=3",
        "True",
    ),
    "sorted by attrgetter": (
        (
            "import operator\n"
            "\n"
            "class Box:\n"
            "    n = 0\n"
            "    value = None\n"
            "box = Box()\n"
            "boxes=[Box(), Box()]; boxes[0].n, boxes[1].n = 0, 0\n"
            "seen=[]"
        ),
        "boxes[0].n=1\nboxes[1].n=1",
        ("seen.append([boxes.index(b) for b in sorted(boxes, key=operator.attrgetter('n'))])"),
        "seen==[[0,1]]",
    ),
    "map attrgetter": (
        (
            "import operator\n"
            "\n"
            "class Box:\n"
            "    n = 0\n"
            "    value = None\n"
            "box = Box()\n"
            "boxes=[Box(), Box()]; boxes[0].n, boxes[1].n = 0, 0\n"
            "seen=[]"
        ),
        "boxes[0].n=1\nboxes[1].n=1",
        "seen.append(sum(map(operator.attrgetter('n'), boxes)))",
        "seen[0] in (0,2)",
    ),
    "SimpleNamespace": ("import types\nns=types.SimpleNamespace(n=0)", "ns.n += 1", "", "ns.n==2"),
    "deque iteration": (
        "from collections import deque\nd=deque([1,2])",
        "for x in d: pass",
        "d.append(3)",
        "True",
    ),
    "bytes of a bytearray": (
        "b, seen = bytearray(), []",
        "b.extend(b'a')\nb.extend(b'b')",
        "seen.append(bytes(b))",
        "seen[0] in (b'', b'ab')",
    ),
    "zip of a starred list": (
        "rows, seen=[], []",
        "rows.append((1,))\nrows.append((2,))",
        "seen.append(list(zip(*rows)))",
        "seen[0] in ([], [(1,2)])",
    ),
    "dict of a dict": (
        "d, seen={}, []",
        "d['a']=1\nd['b']=1",
        "seen.append(dict(d))",
        "len(seen[0]) in (0,2)",
    ),
    "del of an item": ("d={1:1}", "if 1 in d: del d[1]", "", "not d"),
    "nested match": (
        POINT + "\npair=[point]",
        MOVE,
        "match pair:\n    case [Point(x=1,y=0)]: seen.append(1)",
        "not seen",
    ),
    "length of a default argument": (
        "def f(x, acc=[]):\n    acc.append(x)\n    return len(acc)\ngot=[]",
        "got.append(f(1))",
        "",
        "got==[1,2]",
    ),
    "list in a class": (
        "class A: items=[]\na, b, made = A(), A(), []",
        "if not a.items:\n    b.items.append(1)\n    made.append(1)",
        "",
        "len(made)==1",
    ),
    "dict view compare": (
        "d, seen={}, []",
        "d['a']=1\nd['b']=1",
        "seen.append(d.keys() == {'a'})",
        "not seen[0]",
    ),
    "dict view len": (
        "d, seen={}, []\nview=d.keys()",
        "d['a']=1\nd['b']=1",
        "seen.append(len(view))",
        "seen[0] in (0,2)",
    ),
    "dict view in": (
        "d, made={}, []\nview=d.keys()",
        "if 'a' not in view:\n    d['a']=1\n    made.append(1)",
        "",
        "len(made)==1",
    ),
    "mappingproxy": (
        "import types\nd, made={}, []\nview=types.MappingProxyType(d)",
        "if 'a' not in view:\n    d['a']=1\n    made.append(1)",
        "",
        "len(made)==1",
    ),
    "mappingproxy get": (
        "import types\nd, made={'a':0}, []\nview=types.MappingProxyType(d)",
        "d['a'] = view['a'] + 1",
        "",
        "d['a']==2",
    ),
    "partial of setattr": (
        BOX + "from functools import partial\nput=partial(setattr, box, 'n')",
        "put(box.n+1)",
        "",
        "box.n==2",
    ),
    "shared tee": (
        "import itertools\na,b=itertools.tee([1,2])\ngot=[]",
        "got.append(next(a))",
        "",
        "got==[1,2]",
    ),
    "frozen dataclass replaced": (
        BOX
        + (
            "from dataclasses import dataclass, replace\n"
            "@dataclass(frozen=True)\n"
            "class S: n: int=0\n"
            "box.s=S()"
        ),
        "box.s=replace(box.s, n=box.s.n+1)",
        "",
        "box.s.n==2",
    ),
}

# Found missing by looking for more of the same.
YET_MORE = {
    "sys.stdout against print": (
        "import sys, io\nbuffer, out = io.StringIO(), sys.stdout",
        "sys.stdout = buffer\nsys.stdout = out",
        "print('x', end='')",
        "buffer.getvalue() == ''",
    ),
    "name in a library's module": (
        "import string\nstring.count = 0",
        "string.count = string.count + 1",
        "",
        "string.count == 2",
    ),
    "name in a module of a package": (
        "import concurrent.futures\nconcurrent.futures.count = 0",
        "concurrent.futures.count += 1",
        "",
        "concurrent.futures.count == 2",
    ),
    "function in a library's module, called": (
        "import string\nstring.f = lambda: 1\nseen = []",
        "string.f = lambda: 2\nstring.f = lambda: 1",
        "seen.append(string.f())",
        "seen == [1]",
    ),
    "global in the body of a class": (
        "n = 0",
        "class Box:\n    global n\n    n += 1",
        "",
        "n == 2",
    ),
    "shared list in the body of a class": (
        "shared = [0]",
        "class Box:\n    shared[0] += 1\n    value = shared[0]",
        "",
        "shared == [2]",
    ),
    "del of an attribute that the class has too": (
        "class Box: value = 0\nbox, wrong = Box(), []\nbox.value = 1",
        "if 'value' in box.__dict__:\n"
        "    try: del box.value\n    except AttributeError: wrong.append(1)",
        "",
        "not wrong",
    ),
    "delattr of an attribute that the class has too": (
        "class Box: value = 0\nbox, wrong = Box(), []\nbox.value = 1",
        "if 'value' in vars(box):\n"
        "    try: delattr(box, 'value')\n    except AttributeError: wrong.append(1)",
        "",
        "not wrong",
    ),
    "writer of csv": (
        "import csv, io\nbuffer, seen = io.StringIO(), []\nwriter = csv.writer(buffer)",
        "writer.writerow([1])\nwriter.writerow([2])",
        "seen.append(buffer.getvalue().count(chr(10)))",
        "seen[0] in (0, 2)",
    ),
    "finalizer": (
        """
        n = 0
        class Box:
            def __del__(self):
                global n
                n += 1
        boxes = [Box(), Box()]
        """,
        "boxes.pop()",
        "",
        "n == 2",
    ),
    "callback of a weak reference": (
        """
        import weakref
        n = 0
        class Box: pass
        def gone(_):
            global n
            n += 1
        boxes = [Box(), Box()]
        references = [weakref.ref(box, gone) for box in boxes]
        """,
        "boxes.pop()",
        "",
        "n == 2",
    ),
    "generator that another is in": (
        """
        def numbers():
            n = 0
            while True:
                m = n
                n = m + 1
                yield n
        shared, done = numbers(), []
        """,
        "try: done.append(next(shared))\nexcept ValueError: pass",
        "",
        "done == [1, 2]",
    ),
    "list in a ContextVar": (
        "import contextvars\nheld = contextvars.ContextVar('held', default=[])",
        "held.get().append(len(held.get()))",
        "",
        "held.get() == [0, 1]",
    ),
    "list put into a local of each thread": (
        "shared, local = [0], threading.local()",
        "local.own = shared\nlocal.own[0] = local.own[0] + 1",
        "",
        "shared == [2]",
    ),
    "precision of a shared decimal context": (
        "import decimal\ncontext = decimal.Context(prec=5)",
        "context.prec = context.prec + 1",
        "",
        "context.prec == 7",
    ),
    "attribute of a subclass of Queue": (
        """
        class Counting(queue.Queue):
            n = 0
            def put(self, item):
                self.n += 1
                super().put(item)
        q = Counting()
        """,
        "q.put(1)",
        "",
        "q.n == 2",
    ),
    "attribute of a handler of logging": (
        """
        import logging
        class Counting(logging.Handler):
            n = 0
            def emit(self, record): self.n += 1
        handler = Counting()
        """,
        "handler.emit(None)",
        "",
        "handler.n == 2",
    ),
    "environment": (
        "import os\nos.environ['N'] = '0'",
        "os.environ['N'] = str(int(os.environ['N']) + 1)",
        "",
        "os.environ['N'] == '2'",
    ),
    "file": (
        "import tempfile\nfile = tempfile.TemporaryFile('w+')\nfile.write('0')",
        "file.seek(0)\nn = int(file.read())\nfile.seek(0)\nfile.write(str(n + 1))",
        "",
        "(file.seek(0), file.read())[1] == '2'",
    ),
}

# Code of the standard library is at work: several steps that count as one, so nothing is proved where they race.
COARSE = {
    "astuple": (POINT, MOVE, "seen.append(astuple(point))", "seen[0] in ((0,0),(1,1))"),
    "deepcopy": (SHARED + "\nimport copy", TWO, "seen.append(copy.deepcopy([shared])[0])", WHOLE),
    "json": (
        SHARED + "\nimport json",
        TWO,
        "seen.append(json.loads(json.dumps({'a': shared}))['a'])",
        WHOLE,
    ),
    "ChainMap": (
        ("from collections import ChainMap\nd, seen = {}, []\nchain=ChainMap({}, d)"),
        "d['a']=1\nd['b']=1",
        "seen.append(('a' in chain, 'b' in chain))",
        "seen[0] in ((False,False),(True,True))",
    ),
    "UserDict": (
        "from collections import UserDict\nd=UserDict(n=0)",
        "d['n'] += 1",
        "",
        "d['n']==2",
    ),
    "UserList": (
        "from collections import UserList\nshared, seen=UserList(), []",
        TWO,
        "seen.append(list(shared))",
        WHOLE,
    ),
    "WeakValue": (
        ("import weakref\nclass A: pass\nkeep, made, c = A(), [], weakref.WeakValueDictionary()"),
        "if 'k' not in c:\n    c['k']=keep\n    made.append(1)",
        "",
        "len(made)==1",
    ),
    "Counter update": (
        "from collections import Counter\nc, seen = Counter(), []",
        "c.update(a=1)\nc.update(b=1)",
        "seen.append(len(c.most_common()))",
        "seen[0] in (0,2)",
    ),
    "shuffle": (
        "import random\nshared=[1,2,3]\nseen=[]",
        "random.shuffle(shared)\nshared.sort()",
        "seen.append(shared[:])",
        "seen==[[1,2,3]]",
    ),
}

RACES = ATTRIBUTES | NAMES | CONTENTS | ITERATION | MORE | YET_MORE | COARSE

# One step in Python's documentation: these hold without a lock.
STEPS = {
    "append": ("shared = []", "shared.append(1)", "", "shared == [1, 1]"),
    "item of a dict": ("d = {}", "d['a'] = 1", "d['b'] = 2", "len(d) == 2"),
    "deque": (
        "from collections import deque\nd = deque()",
        "d.append(1)",
        "d.appendleft(2)",
        "len(d) == 2",
    ),
    "setdefault": ("d = {}", "d.setdefault('k', []).append(1)", "", "len(d['k']) == 2"),
    "next of a count": (
        "import itertools\nids, got = itertools.count(), []",
        "got.append(next(ids))",
        "",
        "sorted(got) == [0, 1]",
    ),
    "loop over a shared iterator": (
        "shared, got = iter([1, 2]), []",
        "for x in shared: got.append(x)",
        "",
        "sorted(got) == [1, 2]",
    ),
    "defaultdict with a built-in factory": (
        "from collections import defaultdict\nd = defaultdict(list)",
        "d['k'].append(1)",
        "",
        "len(d['k']) == 2",
    ),
    "pop": ("shared, got = [1, 2], []", "got.append(shared.pop())", "", "sorted(got) == [1, 2]"),
    "extend by a list": ("shared = []", "shared.extend([1, 2])", "", "shared == [1, 2, 1, 2]"),
    "slice assignment": (PAIR, "pair[:] = [1, 1]", "seen.append(sum(pair))", "seen[0] in (0, 2)"),
    "union in place of a set": ("s = set()", "s.add(1)", "s.update({2})", "s == {1, 2}"),
    "swap in a list by a slice": (
        "pair = [1, 2]",
        "pair.reverse()",
        "",
        "pair == [1, 2]",
    ),
    "heap of numbers": (
        "import heapq\nheap = []",
        "heapq.heappush(heap, 1)",
        "",
        "heap == [1, 1]",
    ),
    "sort of numbers": (
        "shared, seen = [2, 1], []",
        "shared.sort()",
        "seen.append(len(shared))",
        "seen == [2]",
    ),
}


def source(setup, one, two, claim, *, locked=False):
    """The program of a race, under a lock or without."""
    text = "lock = threading.Lock()\n" + textwrap.dedent(setup) + "\n"
    for name, body in (("one", one), ("two", two or one)):
        inner = textwrap.indent(body, "        ")
        text += f"def {name}():\n    {'with lock' if locked else 'if True'}:\n{inner}\n"
    redirected = "with contextlib.redirect_stdout(buffer):\n        "
    run = (redirected if "contextlib\nbuffer" in setup else "") + "in_threads(one, two)"
    return text + f"def test():\n    {run}\n    assert {claim}\n"
