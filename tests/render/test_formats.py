"""The table of formats, shown."""

from argmap.formats.table import FORMATS
from argmap.render.formats import formats_answer
from tests.render.reading import in_pipe, items


def test_every_format_is_a_row_and_an_item() -> None:
    answer = formats_answer(FORMATS)
    assert [line.split("\t")[0] for line in in_pipe(answer)] == [row.name for row in FORMATS]
    for row, item in zip(FORMATS, items(answer), strict=True):
        assert (item["name"], item["reads"], item["writes"]) == (row.name, row.reads, row.writes)
        assert item["identical"] is row.whole
        assert item["suffixes"] == list(row.suffixes)
