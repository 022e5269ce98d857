"""Where statements stand: quotes that are found once, places that are there, and never a guess."""

from pathlib import Path

import pytest

from argmap import builtin, load
from argmap.model import Anchor, Claim, Node
from argmap.sources.article import Article
from argmap.sources.passages import Passage, passages, placed_range, quoted_range

RIVERTON = Path(__file__).parents[2] / "data" / "riverton.txt"
TEXT = "A title\n\nOne is  here. Two is\nthere. Two more.\n\nLast one."
ARTICLE = Article(TEXT, "town.txt")


def claim(**anchor: object) -> Node:
    return Claim(id="a", text="a", anchor=Anchor.model_validate(anchor))


def riverton() -> tuple[tuple[Node, ...], Article]:
    path = builtin("riverton")
    assert path is not None
    return load(path).nodes, Article(RIVERTON.read_text(encoding="utf-8"), "riverton.txt")


def test_a_quote_is_found_with_its_words_and_its_line() -> None:
    assert passages(claim(quote="Two is there"), ARTICLE) == (
        Passage("Two is\nthere", "town.txt:3", found=True),
    )


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("One is here.", (9, 22)),
        ("One\nis\n\nhere.", (9, 22)),
        ("Two", None),
        ("two is", None),
        ("Nowhere", None),
        ("here. Two is there. Two", (17, 40)),
        (".*", None),
        ("title One", (2, 12)),
    ],
    ids=["once", "white-space", "twice", "capitals", "nowhere", "long", "pattern", "across-paragraphs"],
)
def test_a_quote_has_a_place_only_where_it_stands_once(quote: str, expected: tuple[int, int] | None) -> None:
    assert quoted_range(ARTICLE, quote) == expected


def test_a_quote_that_overlaps_itself_stands_twice() -> None:
    assert quoted_range(Article("ananas anana"), "ana") is None
    assert quoted_range(Article("a b a b a"), "a b a") is None


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("p1", "A title"),
        ("p2", "One is  here. Two is\nthere. Two more."),
        ("p2.s2", "Two is\nthere."),
        ("p2.s2-s3", "Two is\nthere. Two more."),
        ("p1-p2", "A title\n\nOne is  here. Two is\nthere. Two more."),
        ("p3.s1", "Last one."),
        ("p4", None),
        ("p2.s4", None),
        ("p2.s3-s4", None),
        ("p3-p4", None),
        ("p0", None),
        ("p2.s0", None),
        ("p", None),
        ("p1.", None),
        ("", None),
        ("p99999999999999999999", None),
        ("p" + "9" * 5_000, None),
        ("p١", None),
    ],
)
def test_a_place_has_a_range_only_where_it_is_there(place: str, expected: str | None) -> None:
    found = placed_range(ARTICLE, place)
    assert (TEXT[slice(*found)] if found else None) == expected


def test_places_and_further_places_are_told_one_by_one() -> None:
    assert passages(claim(at=["p2.s1", "p9"], also="p3"), ARTICLE) == (
        Passage("One is  here.", "p2.s1, town.txt:3", found=True),
        Passage("", "p9", found=False),
        Passage("Last one.", "p3, town.txt:6", found=True),
    )


def test_without_the_source_the_quote_and_the_places_stand_as_they_are_written() -> None:
    assert passages(claim(quote="some words", also="p3"), None) == (
        Passage("some words", "", found=False),
        Passage("", "p3", found=False),
    )


def test_a_quote_that_is_gone_is_not_found_and_never_guessed() -> None:
    assert passages(claim(quote="One is hare."), ARTICLE) == (Passage("One is hare.", "", found=False),)


def test_a_statement_without_an_anchor_stands_nowhere() -> None:
    assert passages(Claim(id="a", text="a"), ARTICLE) == ()


def test_an_empty_article_has_no_places() -> None:
    assert passages(claim(quote="x", at="p1"), Article("")) == (
        Passage("x", "", found=False),
        Passage("", "p1", found=False),
    )


def test_every_anchor_of_the_map_that_ships_is_found_in_its_article() -> None:
    nodes, article = riverton()
    lost = [(node.id, each) for node in nodes for each in passages(node, article) if not each.found]
    assert not lost
    assert sum(node.anchor is not None for node in nodes) >= 35


def test_the_places_of_the_map_that_ships_hold_the_words_they_are_meant_for() -> None:
    nodes, article = riverton()
    placed = {node.id: passages(node, article)[0].words for node in nodes if node.anchor and node.anchor.at}
    meant = {"outwalk": "outwalk", "quiet": "quiet enough", "tram": "has a tram"}
    assert set(placed) == set(meant)
    assert not [name for name, words in meant.items() if words not in placed[name]]


def test_every_quote_that_ships_stands_at_a_place_of_its_own() -> None:
    nodes, article = riverton()
    quotes = {node.id: node.anchor.quote for node in nodes if node.anchor and node.anchor.quote}
    places = {name: quoted_range(article, quote) for name, quote in quotes.items()}
    assert None not in places.values()
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize("change", ["wrapped", "crlf", "spaced"])
def test_quotes_are_found_in_an_article_that_is_wrapped_otherwise(change: str) -> None:
    nodes, article = riverton()
    text = {
        "wrapped": article.text.replace(" ", "\n"),
        "crlf": article.text.replace("\n", "\r\n"),
        "spaced": article.text.replace(" ", " \u00a0 "),
    }[change]
    other = Article(text)
    for node in nodes:
        if node.anchor and node.anchor.quote:
            assert quoted_range(other, node.anchor.quote) is not None, node.id
