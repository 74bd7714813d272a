# fails test_any_thread_is_noted_also_one_that_was_started_before: Thread.run is exchanged, which a subclass overrides
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.former = former = threading.Thread.run

        def run(thread):
            try:
                former(thread)
            except Exception as error:
                self.crashes.append((thread.name, error))

        threading.Thread.run = run
        return self

    def __exit__(self, *error):
        threading.Thread.run = self.former
