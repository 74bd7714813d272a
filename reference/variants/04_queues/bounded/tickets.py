# passes: one queue carries the values there, another carries tickets for free places back

from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import Any


@dataclass
class Relay:
    source: Any
    consume: Any
    values: SimpleQueue = field(default_factory=SimpleQueue)
    tickets: SimpleQueue = field(default_factory=SimpleQueue)
    error: Exception | None = None

    def produce(self):
        try:
            for value in self.source:
                if self.tickets.get() == "closed":
                    return
                self.values.put(("value", value))
        except Exception as error:
            self.values.put(("failed", error))
        else:
            self.values.put(("finished", None))

    def take(self):
        try:
            self.take_all()
        except Exception as error:
            self.error = error
        self.tickets.put("closed")

    def take_all(self):
        while True:
            kind, value = self.values.get()
            if kind == "failed":
                raise value
            if kind == "finished":
                return
            self.tickets.put("free")
            self.consume(value)


def bounded_relay(source, consume, capacity):
    relay = Relay(source, consume)
    for _ in range(capacity):
        relay.tickets.put("free")
    sides = [Thread(target=relay.produce), Thread(target=relay.take)]
    for side in sides:
        side.start()
    for side in sides:
        side.join()
    if relay.error:
        raise relay.error
