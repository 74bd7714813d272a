from grading.bench.watch import main, save_to_verdict
from grading.index import find, load


def test_each_save_has_a_first_verdict():
    assert len(list(save_to_verdict(find(load(), "counter"), saves=4))) == 4


def test_the_table_names_the_exercise(capsys, monkeypatch):
    monkeypatch.setattr("grading.bench.watch.SAVES", 2)
    main(["01_threads/start"])
    assert "01_threads/start" in capsys.readouterr().out
