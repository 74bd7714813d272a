# passes: a dataclass for each question, with a place for its answer and one for its error.
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass
class Question:
    function: Callable[[], Any]
    answer: Any = None
    error: Exception | None = None

    def ask(self):
        try:
            self.answer = self.function()
        except Exception as error:
            self.error = error


def gather(functions):
    questions = [Question(function) for function in functions]
    threads = [threading.Thread(target=question.ask) for question in questions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [question.answer for question in questions]
