"""Has files judged: by whatever executor, each file once, and only so far ahead that the workers are busy."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, TypeVar

from grading.classroom.gradebook import Gradebook
from grading.classroom.jobs import Conditions, Verdict, digest_of, judge_file

_AHEAD = 4  # submissions under way for each worker: enough, as a submission is several jobs

Item = TypeVar("Item")
Contents = Mapping[
    str, bytes | str
]  # by exercise id: the file, or the sentence why there is none ("" if it is missing)
Answer = Callable[[], Verdict]
Judging = Future[dict[str, Any]]


@dataclass(slots=True)
class Work:
    """Who judges, under which conditions, and what was judged before. `workers` is how many do at a time."""

    executor: Executor
    workers: int
    conditions: Conditions
    gradebook: Gradebook
    deadline: float
    _asked: dict[tuple[str, str], Judging] = field(default_factory=dict)
    _judged: SimpleQueue[Judging] = field(default_factory=SimpleQueue)  # and not kept yet

    def verdicts(
        self, items: Iterable[tuple[Item, Contents]]
    ) -> Iterator[tuple[Item, list[Verdict]]]:
        """Each item with the verdicts on its contents, in order.

        The items are taken in only as fast as they are judged, so that memory does not grow with the class.
        """
        under_way: deque[tuple[Item, Contents, list[Answer]]] = deque()
        for item, contents in items:
            answers = [self._ask(name, content) for name, content in contents.items()]
            under_way.append((item, contents, answers))
            if len(under_way) > self.workers * _AHEAD:
                yield from self._finish(*under_way.popleft())
        while under_way:
            yield from self._finish(*under_way.popleft())

    def _finish(
        self, item: Item, contents: Contents, answers: list[Answer]
    ) -> Iterator[tuple[Item, list[Verdict]]]:
        yield item, [answer() for answer in answers]
        for (
            name,
            content,
        ) in contents.items():  # whoever took them has entered them in the gradebook
            self._asked.pop((name, digest_of(content)), None)

    def _verdict(self, judging: Judging) -> Verdict:
        """The verdict; while it is waited for, others are kept as they come.

        So a run that is killed before a submission is complete need not judge its files again.
        """
        while not judging.done() or not self._judged.empty():
            came = self._judged.get()
            if not came.cancelled() and not came.exception():
                self.gradebook.keep(Verdict.from_json(came.result()))
        return Verdict.from_json(judging.result())

    def _ask(self, exercise: str, content: bytes | str) -> Answer:
        key = (exercise, digest_of(content))
        future = self._asked.get(key)
        if future is None:
            if known := self.gradebook.verdict(*key, self.conditions):
                return lambda: known
            arguments = (exercise, content, self.deadline, self.conditions.kit_digest)
            future = self._asked[key] = self.executor.submit(judge_file, *arguments)
            future.add_done_callback(self._judged.put)
        return lambda: self._verdict(future)
