"""Figures: the engine beside other tools on the same programs, its speed and memory, and what grading costs."""


def run() -> None:
    """Measure everything and print it; it takes some minutes."""
    # A child process of ours imports this package for the sake of another tool: without the engine, please.
    from grading.bench import report

    report.print_all()
