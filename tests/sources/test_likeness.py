"""The passage most like some words, and that hostile texts cost no more than others."""

from itertools import pairwise

import pytest

from argmap.sources.folding import Folded
from argmap.sources.likeness import LARGEST, LONGEST, MOST_WORDS, Likenesses

TEXT = (
    "The pool should stay open. Every summer two hundred children learn to swim in it. "
    "The treasurer objects that it costs ninety thousand euros a year. A solar roof would halve that. "
    "Most visitors come from the northern part of town."
)


def best(text: str, words: str) -> tuple[str, float]:
    folded = Folded(text)
    found = Likenesses(folded).nearest(words)[0]
    return folded.text[found.start : found.end], found.likeness


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two hundred children learned to swim in it", "two hundred children learn to swim in it"),
        ("two hundred pupils learn to swim in it", "two hundred children learn to swim in it"),
        ("it costs eighty thousand euros each year", "it costs ninety thousand euros a year"),
        ("Nobody costs ninety thousand euros a year", "it costs ninety thousand euros a year"),
        ("A lunar roof could halve this", "A solar roof would halve that"),
        ("solar roof would halve that", "solar roof would halve that"),
        (
            "Many visitors come from the northern part of town.",
            "visitors come from the northern part of town.",
        ),
    ],
)
def test_words_that_were_changed_are_found_with_their_likeness(words: str, expected: str) -> None:
    there, likeness = best(TEXT, words)
    assert there == expected
    assert 0.7 < likeness <= 1


def test_a_stretch_is_likest_to_itself() -> None:
    assert best(TEXT, TEXT[27:81]) == (TEXT[27:81], 1.0)


def test_scripts_without_blanks_are_searched_letter_by_letter() -> None:
    text = "市议会应该让露天泳池继续开放。每年夏天有两百个孩子在那里学会游泳。财务主管反对说费用太高。"
    assert best(text, "每年夏天有三百个孩子在那儿学会游泳")[0] == "每年夏天有两百个孩子在那里学会游泳"


@pytest.mark.parametrize("words", ["", "zebra", "…", "x" * (LONGEST + 1)])
def test_nothing_is_like_words_of_which_none_is_there(words: str) -> None:
    assert Likenesses(Folded(TEXT)).nearest(words) == []


def test_an_empty_article_has_nothing_like_anything() -> None:
    assert Likenesses(Folded("")).nearest("some words") == []


def test_words_whose_rarest_are_gone_are_found_by_those_around_them() -> None:
    common = "of it and so on to us. " * 40
    here = "The ferry left. It and so on of us to. Nobody knew the harbour master. "
    likenesses = Likenesses(Folded(common + here + common))
    words, around = (
        "Zebras and so on of us to zebras",
        ("The ferry left. ", ". Nobody knew the harbour master."),
    )
    place = len(common) + here.index("It and")
    assert place not in {each.start for each in likenesses.nearest(words)}
    assert place in {each.start for each in likenesses.nearest(words, around)}


def test_an_article_beyond_the_limit_is_not_searched() -> None:
    likenesses = Likenesses(Folded("a " * (LARGEST // 2 + 1)))
    assert not likenesses.searches("a")
    assert likenesses.nearest("a") == []


def test_words_beyond_the_limits_are_not_searched() -> None:
    likenesses = Likenesses(Folded("市" * 60_000))
    for words in ("x" * (LONGEST + 1), "市" * MOST_WORDS + "镇", "a " * (MOST_WORDS + 1)):
        assert not likenesses.searches(words)
        assert likenesses.nearest(words) == []
    assert likenesses.searches("市" * MOST_WORDS)
    assert likenesses.searches("word " * (LONGEST // 6))


@pytest.mark.parametrize(
    "text",
    ["a" * LARGEST, "a " * (LARGEST // 2), "ab." * (LARGEST // 3)],
    ids=["one word", "one letter", "signs"],
)
def test_texts_of_one_thing_over_and_over_are_searched_like_others(text: str) -> None:
    likenesses = Likenesses(Folded(text))
    for words in ("a" * 50_000 + "b", "a " * 25_000 + "b", "ab. ac."):
        assert len(likenesses.nearest(words)) <= 4


def test_stretches_that_are_found_stand_apart() -> None:
    found = Likenesses(Folded(TEXT * 5)).nearest("two hundred pupils learn to swim")
    assert len(found) > 1
    places = sorted((each.start, each.end) for each in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
