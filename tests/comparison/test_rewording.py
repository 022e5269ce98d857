"""Texts, word by word."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.rewording import MOST_WORDS, Piece, reworded
from tests.strategies import texts


def joined(pieces: tuple[Piece, ...], without: str) -> str:
    return "".join(piece.text for piece in pieces if piece.mark != without)


@given(texts(), texts())
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = reworded(before, after)
    assert joined(pieces, "+") == " ".join(before.split())
    assert joined(pieces, "-") == " ".join(after.split())
    assert all(first.mark != second.mark for first, second in itertools.pairwise(pieces))


@given(
    st.lists(st.sampled_from(["the", "tea", "cup", "is", "not", "90,000", ",", "."]), max_size=12).map(
        " ".join
    ),
    st.data(),
)
def test_a_text_and_itself_are_one_piece_that_stayed(text: str, data: st.DataObject) -> None:
    assert {piece.mark for piece in reworded(text, text)} <= {"="}


def test_words_are_told_whole_and_numbers_too() -> None:
    pieces = reworded("It costs 90,000 euros a year", "It costs 95,000 euros a year")
    assert pieces == (("=", "It costs "), ("-", "90,000"), ("+", "95,000"), ("=", " euros a year"))


def test_a_word_with_a_hyphen_or_an_apostrophe_is_one_word() -> None:
    assert reworded("In the inner-ring zone", "In the inner ring zone") == (
        ("=", "In the "),
        ("-", "inner-ring"),
        ("+", "inner ring"),
        ("=", " zone"),
    )
    assert reworded("Lindhaven’s ring", "Lindhaven ring")[:2] == (("-", "Lindhaven’s"), ("+", "Lindhaven"))


def test_what_only_joins_is_told_with_the_changes_around_it() -> None:
    pieces = reworded("Ships of the north sink", "Boats of the south sink")
    assert pieces == (("-", "Ships of the north"), ("+", "Boats of the south"), ("=", " sink"))


def test_scripts_without_blanks_are_told_letter_by_letter() -> None:
    assert reworded("中文标题", "中英标题") == (("=", "中"), ("-", "文"), ("+", "英"), ("=", "标题"))


def test_a_huge_text_is_told_whole_between_its_first_and_last_change() -> None:
    old, new = (" ".join(f"{name}{index}" for index in range(MOST_WORDS)) for name in "ab")
    assert reworded(f"So: {old} end", f"So: {new} end") == (
        ("=", "So: "),
        ("-", old),
        ("+", new),
        ("=", " end"),
    )
    assert len(reworded(f"x {old} end", f"y {old} end")) == 3
