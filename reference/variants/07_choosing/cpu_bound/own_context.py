# passes: always spawns, whatever the start method; as few processes as there are ranges

import math
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    start: int
    stop: int

    def primes(self):
        return sum(
            all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
            for number in range(max(self.start, 2), self.stop)
        )


def count_primes(ranges, workers):
    spans = [Span(*span) for span in ranges]
    if not spans:
        return []
    executor = ProcessPoolExecutor(
        min(workers, len(spans)), mp_context=multiprocessing.get_context("spawn")
    )
    try:
        return [*executor.map(Span.primes, spans, chunksize=2)]
    finally:
        executor.shutdown()
