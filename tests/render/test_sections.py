"""Words for numbers."""

import pytest

from argmap.looks import GLYPHS
from argmap.model import KINDS, WORDS
from argmap.render.sections import LETTERS, MARKS, ONWARDS, PLURALS, counted, share


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 gains"), (1, "1 gain"), (2, "2 gains"), (1234567, "1,234,567 gains")]
)
def test_a_number_of_things_is_said_as_one_says_it(number: int, expected: str) -> None:
    assert counted(number, "gain") == expected


def test_a_plural_of_its_own_is_used() -> None:
    assert counted(2, "piece of evidence", "pieces of evidence") == "2 pieces of evidence"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0%"), (0.6, "60%"), (1, "100%"), (0.333333, "33.3%"), (0.001, "0.1%"), (1e-9, "1e-07%")],
)
def test_a_share_is_said_in_per_cent_without_needless_digits(value: float, expected: str) -> None:
    assert share(value) == expected


def test_every_kind_has_a_glyph_a_letter_and_a_plural_all_different() -> None:
    assert set(GLYPHS) == set(LETTERS) == set(PLURALS) == set(KINDS)
    assert len(set(GLYPHS.values())) == len(set(LETTERS.values())) == len(KINDS)
    assert all(letter.isascii() for letter in LETTERS.values())


def test_every_relation_has_a_mark_and_words_aloud() -> None:
    assert set(MARKS) == {*WORDS, None}
    assert set(ONWARDS) == set(WORDS)
    assert all(WORDS[relation] in MARKS[relation] for relation in WORDS)
