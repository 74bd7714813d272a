"""One tool looks at one program, in a process of its own: python -m grading.bench TOOL PROGRAM."""

import importlib
import json
import os
import sys
import time
from dataclasses import asdict

from grading.bench.answer import ERROR, Answer
from grading.bench.program import Program
from grading.bench.tools import Tool

LONG_ENOUGH = 0.3  # seconds, to tell a rate from


def main(name: str, program: Program) -> Answer:
    """The tool's answer; a tool that is quick is asked again, as its first answer pays for its own start."""
    tool: Tool = importlib.import_module(f"grading.bench.tools.{name}")
    began = time.perf_counter()
    try:
        answer = tool.ask(program)
    except Exception as error:
        return Answer(ERROR, note=f"{type(error).__name__}: {error}")
    answer.seconds = seconds = time.perf_counter() - began
    while seconds < LONG_ENOUGH:
        tool.ask(program)
        seconds = time.perf_counter() - began
    answer.rate = program.executions / seconds
    return answer


if __name__ == "__main__":
    answer = main(sys.argv[1], Program(sys.argv[2]))
    answer.note = answer.note[:300]
    print(f"\n{json.dumps(asdict(answer))}", flush=True)
    os._exit(0)  # threads that are left may never end
