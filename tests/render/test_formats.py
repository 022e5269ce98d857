"""The table of formats, shown."""

from argmap.features import NAMES
from argmap.formats.table import FORMATS, format_named
from argmap.render.formats import format_answer, formats_answer, matrix_answer
from tests.render.reading import in_pipe, items


def test_every_format_is_a_row_and_an_item() -> None:
    answer = formats_answer(FORMATS)
    assert [line.split("\t")[0] for line in in_pipe(answer)] == [row.name for row in FORMATS]
    for row, item in zip(FORMATS, items(answer), strict=True):
        assert (item["name"], item["reads"], item["writes"]) == (row.name, row.reads, row.writes)
        assert item["identical"] is row.whole
        assert item["suffixes"] == list(row.suffixes)


def test_one_format_is_told_feature_by_feature() -> None:
    answer = format_answer(format_named("dot"))
    lines = dict(line.split("\t") for line in in_pipe(answer)[1:])
    assert "kinds" in lines["as it is"].split("; ")
    assert "labels (wrapped)" in lines["in another way"].split("; ")
    assert "notes" in lines["not"].split("; ")
    told = {item["feature"]: (item["carried"], item["how"]) for item in items(answer)}
    assert told["label"] == ("approximated", "wrapped")
    assert told["ids"] == ("yes", "")
    assert told["notes"] == ("no", "")


def test_the_matrix_says_of_each_written_format_what_its_row_says() -> None:
    answer = matrix_answer(FORMATS)
    written = [row for row in FORMATS if row.writes]
    rows = {line.split("\t")[0]: line.split("\t")[1].split() for line in in_pipe(answer)[2:-1]}
    assert list(rows) == [row.name for row in written]
    for row, item in zip(written, items(answer), strict=True):
        signs = dict(zip(NAMES, rows[row.name], strict=True))
        for name in NAMES:
            how = row.carries.get(name)
            assert signs[name] == ("-" if how is None else "~" if how else "y")
            assert item[name] == {"-": "no", "~": "approximated", "y": "yes"}[signs[name]]
    assert len(in_pipe(answer)[1].split()) == len(NAMES)
