# fails test_one_failure_hides_no_other_outcome: the iterator of map is over once it has raised


def outcomes(executor, functions):
    results = executor.map(lambda function: function(), functions)
    report = []
    while True:
        try:
            report.append(("ok", next(results)))
        except StopIteration:
            return report
        except Exception as error:
            report.append(("error", error))
