"""Programs whose outcome is up to chance or to addresses elsewhere; run as a module, it prints `outcomes()` as JSON."""

import json

from grading.engine.strategies import RandomWalk
from tests.kit.engine.programs import program

SEEN = []  # where the programs leave what came out
CHANCES = {
    "random": "random.random(), random.randint(1, 99), random.sample(range(99), 3), random.gauss(0, 1)",
    "random of its own": "random.Random().random(), random.Random(5).random()",
    "random of the system": "random.SystemRandom().random(), random.SystemRandom().randint(1, 99)",
    "secrets": "secrets.token_hex(8), secrets.choice('abcdef'), secrets.randbelow(1000)",
    "urandom": "os.urandom(4).hex()",
    "uuid": "str(uuid.uuid1()), str(uuid.uuid4()), uuid.getnode()",
    "shuffle": "(shuffled := [1, 2, 3, 4, 5], random.shuffle(shuffled))",
    "id": "id(Plain()), id([])",
    "hash": "hash(Plain()), hash(Slotted()), hash(Failure())",
    "repr": "repr(Plain()), str(Slotted()), f'{Late()}'",
    "order of a set": "[plain.n for plain in {*map(Plain, range(20))}]",
    "order of a dict of sets": "[plain.n for plain in dict.fromkeys(map(Plain, range(20))).keys() - {Plain()}]",
}
SOURCE = """
    import os, random, secrets, uuid
    from tests.kit.engine.chances import SEEN

    class Plain:
        def __init__(self, n=0): self.n = n

    class Slotted:
        __slots__ = ()

    class Failure(Exception): pass

    def local():
        class Late: pass
        return Late

    Late = local()

    def draw(): SEEN.append(repr(({})))

    def test(): in_threads(draw, draw)
"""


def outcome(name, seed):
    """What came out of the program under a random walk."""
    SEEN.clear()
    execution = program(SOURCE.replace("{}", CHANCES[name])).execute(RandomWalk(seed, {0}))
    assert execution.failure is None, execution.failure.message
    return [list(SEEN), execution.schedule.token]


def outcomes():
    """What comes out of each program under a few schedules."""
    return {name: [outcome(name, seed) for seed in range(3)] for name in CHANCES}


if __name__ == "__main__":
    from tests.kit.engine.chances import outcomes

    print(json.dumps(outcomes(), indent=2))
