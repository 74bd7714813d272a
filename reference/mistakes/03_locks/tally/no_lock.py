# fails test_no_add_is_lost: get and set are two steps, and nothing keeps others out


class Tally:
    def __init__(self):
        self._counts = {}

    def add(self, word):
        self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        if not self._counts.get(source):
            raise KeyError(source)
        self._counts[source] -= 1
        self.add(target)

    def snapshot(self):
        return dict(self._counts)
