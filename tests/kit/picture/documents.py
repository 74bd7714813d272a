"""Documents as the engine makes them, of small programs that are gone through here step by step: no engine needed."""

import copy
from dataclasses import dataclass, field

COUNTER = """\
import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    for _ in range(times):
        with lock:
            counter += 1
"""
SUITE = """\
def test_no_increment_is_lost(exercise):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expect("counter after bump(1) in each of two threads", got=exercise.counter, expected=2)
"""
TRANSFER = """\
def move(source, target):
    with source.lock:
        with target.lock:
            source.amount -= 1
            target.amount += 1
"""
READ, WRITE = ("read", 11), ("write", 11)
LIMIT = 400  # nodes


@dataclass
class World:
    """A program on its way. `programs` holds what each thread has still to do, thread 0 being the test."""

    names: list[str]
    programs: list[list[tuple]]
    file: str
    begun: list[int] = field(default_factory=lambda: [0])
    waiting: set[int] = field(default_factory=set)
    held: dict[str, int] = field(default_factory=dict)
    seen: dict[int, int] = field(default_factory=dict)
    counter: int = 0

    def blocker(self, thread: int) -> int | None:
        kind, _, *what = self.programs[thread][0]
        if kind == "join" and self.programs[what[0]]:
            return what[0]
        return self.held.get(what[0]) if kind == "take" else None

    def can_go_on(self) -> list[int]:
        return [
            thread
            for thread in self.begun
            if self.programs[thread]
            and (thread not in self.waiting or self.blocker(thread) is None)
        ]

    def go_on(self, thread: int) -> list[dict]:
        """Does the thread's next operation; the steps that are recorded of it."""
        kind, line, *what = self.programs[thread][0]
        locks = [lock for lock, holder in self.held.items() if holder == thread]
        name = "test_counter.py" if thread == 0 else self.file
        plain = {"t": thread, "f": name, "l": line, "note": "", "sets": None, "held": locks}
        plain |= {"waits": False, "blockedBy": ""}
        blocker = self.blocker(thread)
        if blocker is not None:
            self.waiting.add(thread)
            whom = self.names[blocker]
            return [plain, plain | {"note": f"waits for {whom}", "waits": True, "blockedBy": whom}]
        self.programs[thread].pop(0)
        if kind == "start":
            self.begun.append(what[0])
        elif kind == "read":
            self.seen[thread] = self.counter
            plain |= {"note": f"reads counter = {self.counter}"}
        elif kind == "write":
            self.counter = self.seen[thread] + 1
            plain |= {"note": f"writes counter = {self.counter}"}
        elif kind == "take":
            self.held[what[0]] = thread
        elif kind == "free":
            del self.held[what[0]]
            return []
        if kind in ("read", "write"):
            plain |= {"sets": ["counter", str(self.counter)]}
        woken = thread in self.waiting
        self.waiting.discard(thread)
        return [] if woken and kind in ("join", "take") else [plain]


class Tree:
    """All ways in which a program can go on, the default first, up to so many nodes."""

    def __init__(self, world: World, expected: int | None, limit: int = LIMIT) -> None:
        self.steps: list[dict] = []
        self.nodes: list[dict] = []
        self._expected = expected
        self._limit = limit
        self._grow(copy.deepcopy(world), [], 0)

    def _grow(self, world: World, steps: list[dict], current: int) -> int:
        node = {"steps": [], "conflict": [], "choices": {}, "default": None, "end": None}
        self.nodes.append(node)
        number = len(self.nodes) - 1
        while (able := world.can_go_on()) and (len(able) == 1 or 0 in able):
            current = able[0]
            steps += world.go_on(current)
        node["steps"] = [self._interned(step) for step in steps]
        if not able:
            node["end"] = self._end(world)
            return number
        default = current if current in able else able[0]
        node["default"] = str(default)
        for thread in sorted(able, key=lambda each: each != default):
            node["choices"][str(thread)] = None
            if thread == default or len(self.nodes) < self._limit:
                then = copy.deepcopy(world)
                node["choices"][str(thread)] = self._grow(then, then.go_on(thread), thread)
        return number

    def _interned(self, step: dict) -> int:
        if step not in self.steps:
            self.steps.append(step)
        return self.steps.index(step)

    def _end(self, world: World) -> dict:
        left = [name for name, todo in zip(world.names, world.programs, strict=True) if todo]
        if left:
            message = "deadlock: each waits for what another holds."
            return {
                "failed": True,
                "message": message,
                "ending": [f"{name} had not ended by then" for name in left[1:]],
            }
        if world.counter == self._expected:
            return {"failed": False, "message": "", "ending": []}
        return {"failed": True, "message": self.claim(world.counter), "ending": []}

    def claim(self, got: int) -> str:
        called = "counter after bump(1) in each of two threads"
        return f"called    {called}\ngot       {got}\nexpected  {self._expected}"

    def path(self, failed: bool) -> list[str]:
        """The choices that lead to the first such end, of the fewest that are not the default."""
        ways = [(0, 0, [])]
        while ways:
            departures, number, path = min(ways, key=lambda way: way[0])
            ways.remove((departures, number, path))
            node = self.nodes[number]
            if node["end"] and node["end"]["failed"] is failed:
                return path
            for thread, following in node["choices"].items():
                if following is not None:
                    ways.append(
                        (departures + (thread != node["default"]), following, [*path, thread])
                    )
        raise AssertionError("no such end")

    def along(self, path: list[str]) -> list[dict]:
        nodes = [self.nodes[0]]
        for choice in path:
            nodes.append(self.nodes[nodes[-1]["choices"][choice]])
        return nodes

    def document(self, failed: bool, files: dict[str, str], names: list[str]) -> dict:
        path = self.path(failed)
        end = self.along(path)[-1]["end"]
        ends = sum(node["end"] is not None for node in self.nodes)
        following = [each for node in self.nodes for each in node["choices"].values()]
        return {
            "schema": "threadlings/picture/v1",
            "title": "03_locks/counter",
            "test": "test_no_increment_is_lost",
            "status": "failed" if failed else "passed",
            "claim": end["message"],
            "why": "",
            "search": "" if failed else f"proved by {ends} schedules",
            "token": "13.2" if failed else "default",
            "files": files,
            "threads": names,
            "locks": sorted({lock for step in self.steps for lock in step["held"]}),
            "steps": self.steps,
            "nodes": self.nodes,
            "path": path,
            "executed": ends,
            "all": None not in following,
        }


def program(*workers: list[tuple], names: list[str], file: str) -> World:
    numbers = range(1, len(workers) + 1)
    test = [("start", 3, each) for each in numbers] + [("join", 5, each) for each in numbers]
    return World(["the test", *names], [test, *map(list, workers)], file)


def race() -> dict:
    """Two threads add one to a counter without a lock: the failing schedule is shown."""
    names = ["A", "B"]
    tree = Tree(program([READ, WRITE], [READ, WRITE], names=names, file="counter.py"), 2)
    files = {"counter.py": COUNTER, "test_counter.py": SUITE}
    document = tree.document(True, files, ["the test", *names])
    for node in tree.along(document["path"]):
        notes = [tree.steps[step]["note"] for step in node["steps"]]
        node["conflict"] = [at for at, note in enumerate(notes) if note == "reads counter = 0"]
    why = "A and B both read counter = 0 (line 11) before either wrote it: 1 update is lost. No lock was held."
    return document | {"why": why}


def locked() -> dict:
    """The same with a lock, which passes."""
    names = ["A", "B"]
    worker = [("take", 10, "lock"), READ, WRITE, ("free", 10, "lock")]
    tree = Tree(program(worker, worker, names=names, file="counter.py"), 2)
    return tree.document(
        False, {"counter.py": COUNTER, "test_counter.py": SUITE}, ["the test", *names]
    )


def ring() -> dict:
    """Two threads take two locks in opposite orders."""
    names = ["A", "B"]
    one = [("take", 2, "left"), ("take", 3, "right"), ("free", 3, "right"), ("free", 2, "left")]
    two = [("take", 2, "right"), ("take", 3, "left"), ("free", 3, "left"), ("free", 2, "right")]
    tree = Tree(program(one, two, names=names, file="transfer.py"), 0)
    document = tree.document(
        True, {"transfer.py": TRANSFER, "test_counter.py": SUITE}, ["the test", *names]
    )
    return document | {"title": "03_locks/transfer", "token": "11.2"}


def crowd(count: int = 12) -> dict:
    """Many threads, with names that are long and of many scripts."""
    long = ["Thread-1 (download_all_the_pictures_of_the_album)", "नमस्ते दुनिया", "線程二", "عامل"]
    names = [*long, *(f"worker_{number}" for number in range(len(long), count))]
    world = program(*[[READ, WRITE]] * count, names=names, file="counter.py")
    tree = Tree(world, count, limit=150)
    files = {"counter.py": COUNTER, "test_counter.py": SUITE}
    return tree.document(True, files, ["the test", *names])


def long(rounds: int = 73) -> dict:
    """Two threads of many rounds: about 300 steps. Few ways are executed ahead."""
    names = ["A", "B"]
    worker = [READ, WRITE] * rounds
    tree = Tree(
        program(worker, worker, names=names, file="counter.py"), 2 * rounds, limit=5 * rounds
    )
    files = {"counter.py": COUNTER, "test_counter.py": SUITE}
    return tree.document(True, files, ["the test", *names])


def bare() -> dict:
    """A choice before anything is recorded, and nothing after it."""
    nothing = {"steps": [], "conflict": [], "choices": {}, "default": None, "end": None}
    passed = {"failed": False, "message": "", "ending": []}
    left = {"failed": True, "message": "", "ending": ["B had not ended by then"]}
    nodes = [
        nothing | {"choices": {"1": 1, "2": 2}, "default": "1"},
        nothing | {"end": passed},
        nothing | {"end": left},
    ]
    return locked() | {"nodes": nodes, "steps": [], "path": ["1"], "locks": []}


def unrecorded() -> dict:
    """A thread that sleeps with a lock in its hand, and does nothing after it that is recorded."""
    start, join, waits, *_ = (step for step in race()["steps"] if step["t"] == 0)
    sleeps = waits | {"t": 1, "f": "counter.py", "l": 11, "note": "sleeps", "blockedBy": ""}
    end = {"failed": False, "message": "", "ending": []}
    node = {"steps": [0, 1, 2, 3, 3], "conflict": [], "choices": {}, "default": None, "end": end}
    return locked() | {
        "threads": ["the test", "A"],
        "steps": [start, waits, sleeps | {"held": ["lock"]}, join],
        "nodes": [node],
        "path": [],
    }


HOSTILE = "</script><img src=x onerror=\"document.title='hacked'\"><!--<script>"


def hostile() -> dict:
    """The race, with markup wherever a learner can put text."""
    document = race()
    names = {"A": f"A {HOSTILE}", "B": f"B {HOSTILE}"}
    steps = [
        step
        | {
            "note": step["note"].replace("counter", f"counter{HOSTILE}"),
            "sets": step["sets"] and [HOSTILE, HOSTILE],
            "held": [HOSTILE] * (step["t"] > 0),
            "blockedBy": names.get(step["blockedBy"], ""),
        }
        for step in document["steps"]
    ]
    return document | {
        "why": HOSTILE,
        "claim": HOSTILE,
        "files": {"counter.py": f"{HOSTILE}\n" * 12, "test_counter.py": SUITE},
        "threads": ["the test", *names.values()],
        "locks": [HOSTILE],
        "steps": steps,
    }
