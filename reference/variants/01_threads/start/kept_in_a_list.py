# passes: a dataclass keeps every thread that was ever started, under a lock.
import dataclasses
import threading


@dataclasses.dataclass
class Background:
    threads: list = dataclasses.field(default_factory=list)
    lock: threading.Lock = dataclasses.field(default_factory=threading.Lock)

    def start(self, task):
        thread = threading.Thread(None, task)
        with self.lock:
            self.threads.append(thread)
        thread.start()
        return thread


start_in_background = Background().start
