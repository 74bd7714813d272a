# passes: an Event says that the value is there, a lock is for those who may make it

import threading
from dataclasses import dataclass, field
from typing import Any, Callable


@dataclass(eq=False)
class Lazy:
    factory: Callable[[], Any]
    made: threading.Event = field(default_factory=threading.Event)
    makers: threading.Lock = field(default_factory=threading.Lock)

    def get(self):
        if not self.made.is_set():
            with self.makers:
                if not self.made.is_set():
                    self.value = self.factory()
                    self.made.set()
        return self.value
