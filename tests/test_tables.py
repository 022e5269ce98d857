import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.controls import visible
from argmap.tables import ROWS_A_PIECE, cell, rows_as_csv


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", " ", "   ", "\u00a0", "\u3000", "\n", "\r\n"])
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(sign: str, before: str) -> None:
    assert cell(f"{before}{sign}1+1").startswith("'")


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\x00=1"])
def test_control_characters_before_a_formula_are_made_visible(text: str) -> None:
    assert cell(text)[0] == "\\"


@pytest.mark.parametrize("text", ["a=1", "6 euros", "'quoted", "a - b"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "true"), (False, "false"), (6, "6"), (-5, "-5"), (0.25, "0.25"),
        (["a", "b"], "a; b"), (["=a", "b"], "'=a; b"), ([], ""), ([1], "[1]"),
        ({"é": ["x"]}, '{"é": ["x"]}'), ("two\nlines", "two lines"), ("\x1b[31m", "\\u001b[31m"),
    ],
)  # fmt: skip
def test_each_sort_of_value_has_its_text(value: Any, text: str) -> None:
    assert cell(value) == text


@given(st.lists(st.fixed_dictionaries({"a": st.text(st.characters(), max_size=9)}), max_size=9))
def test_rows_are_read_back_as_cells(rows: list[dict[str, str]]) -> None:
    text = "".join(rows_as_csv(["a", "b"], rows))
    header, *read = csv.reader(io.StringIO(text))
    assert header == ["a", "b"]
    assert read == [[cell(row["a"]), ""] for row in rows]
    assert visible(text.replace("\n", "")) == text.replace("\n", "")


def test_many_rows_come_in_pieces_and_none_is_lost() -> None:
    pieces = list(rows_as_csv(["n"], ({"n": number} for number in range(2 * ROWS_A_PIECE + 1))))
    assert len(pieces) == 3
    assert "".join(pieces).splitlines() == ["n", *map(str, range(2 * ROWS_A_PIECE + 1))]
