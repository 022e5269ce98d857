import pytest

from argmap import files, shipped
from argmap.model import Anchor, ArgumentMap, Claim, Source
from argmap.sources.article import Article
from argmap.sources.coverage import coverage

TEXT = """The pool

The pool should stay open. Children learn to swim there. It costs little.

Critics disagree. They say it costs much.

Read also: ten summer recipes.
"""


def map_of(*anchors: Anchor | None, skip: tuple[str, ...] = ()) -> ArgumentMap:
    nodes = tuple(Claim(id=f"n{i}", text="A claim", anchor=anchor) for i, anchor in enumerate(anchors))
    return ArgumentMap(nodes=nodes, source=Source(skip=skip))


def unmapped(m: ArgumentMap) -> list[str]:
    return [each.place for each in coverage(m, Article(TEXT)).unmapped]


def test_a_map_without_anchors_covers_nothing() -> None:
    found = coverage(map_of(None), Article(TEXT))
    assert found.share == 0
    assert len(found.unmapped) == len(found.sentences) == 7


def test_a_place_covers_its_sentences_and_no_others() -> None:
    assert unmapped(map_of(Anchor(at="p2.s1-s2"))) == ["p1.s1", "p2.s3", "p3.s1", "p3.s2", "p4.s1"]


def test_a_quote_covers_each_sentence_it_touches() -> None:
    assert unmapped(map_of(Anchor(quote="to swim there. It costs"))) == [
        "p1.s1",
        "p2.s1",
        "p3.s1",
        "p3.s2",
        "p4.s1",
    ]


def test_further_places_count_too() -> None:
    assert "p3.s1" not in unmapped(map_of(Anchor(at="p2.s1", also="p3")))


def test_skipped_sentences_do_not_count() -> None:
    found = coverage(map_of(Anchor(at="p2-p3"), skip=("p1", "p4")), Article(TEXT))
    assert found.share == 1
    assert len(found.counted) == 5


def test_what_is_not_in_the_source_is_told_and_covers_nothing() -> None:
    found = coverage(map_of(Anchor(quote="the pool is blue"), Anchor(at="p9")), Article(TEXT))
    assert found.astray == ("n0", "n1")
    assert found.share == 0


def test_a_quote_that_stands_twice_is_astray_rather_than_guessed() -> None:
    assert coverage(map_of(Anchor(quote="costs")), Article(TEXT)).astray == ("n0",)


def test_a_sentence_names_those_that_stand_on_it_in_the_order_of_the_map() -> None:
    found = coverage(map_of(Anchor(at="p2"), Anchor(at="p2.s2"), Anchor(at="p2.s2")), Article(TEXT))
    assert [each.nodes for each in found.sentences if each.paragraph == 2] == [
        ("n0",),
        ("n0", "n1", "n2"),
        ("n0",),
    ]


@pytest.mark.parametrize("text", ["", "\n\n \n", "\r\n"])
def test_an_empty_source_is_covered_and_nothing_fails(text: str) -> None:
    found = coverage(map_of(Anchor(at="p1")), Article(text))
    assert found.share == 1
    assert found.astray == ("n0",)


def test_the_second_map_covers_most_of_its_article() -> None:
    path = shipped.builtin("riverton")
    assert path is not None
    article = Article((path.parent / "riverton.txt").read_text("utf-8"))
    found = coverage(files.load(path), article)
    assert found.astray == ()
    assert 0.65 < found.share < 1
