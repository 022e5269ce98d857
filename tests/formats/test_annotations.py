"""Statements as Web Annotations: the shape of the standard, and no words that the map has not."""

import json
from typing import Any

import pytest
from hypothesis import given

from argmap.files import dumps, pieces
from argmap.formats.annotations import write
from argmap.formats.table import FORMATS, format_named
from argmap.model import Anchor, ArgumentMap, Claim, Gain, Source
from argmap.selectors import Places, Stretch
from argmap.sources.article import Article
from argmap.sources.lock import places_of
from tests.strategies import maps

TEXT = "The pool\n\nIt should stay open. Children learn to swim there. It costs little."
M = ArgumentMap(
    title="The pool",
    source=Source(file="my pool.txt"),
    nodes=(
        Claim(id="open", text="Keep it", anchor=Anchor(quote="should stay open", also="p1")),
        Gain(id="swim", text="They swim", anchor=Anchor(at=["p2.s2", "p9"])),
        Claim(id="left", text="Unsaid"),
    ),
)


def page(m: ArgumentMap, places: Places | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(pieces(m, format_named("annotations"), places=places)))
    return found


def selectors(item: dict[str, Any]) -> list[list[dict[str, Any]]]:
    target = item["target"]
    targets = target if isinstance(target, list) else [target]
    return [each["selector"] for each in targets]


def test_a_statement_is_an_annotation_with_its_words_and_its_kind() -> None:
    item = page(M)["items"][1]
    assert item["id"] == "#swim"
    assert item["type"] == "Annotation"
    assert [(body["type"], body["value"], body["purpose"]) for body in item["body"]] == [
        ("TextualBody", "They swim", "describing"),
        ("TextualBody", "gain", "classifying"),
    ]


def test_without_the_article_quotes_have_their_words_and_places_their_names() -> None:
    items = page(M)["items"]
    assert selectors(items[0]) == [
        [{"type": "TextQuoteSelector", "exact": "should stay open"}],
        [{"type": "argmap:PlaceSelector", "value": "p1"}],
    ]
    assert selectors(items[1]) == [
        [{"type": "argmap:PlaceSelector", "value": place}] for place in ("p2.s2", "p9")
    ]
    assert items[2]["target"] == "my%20pool.txt"


def test_with_the_article_positions_are_told_and_no_words_of_places() -> None:
    places = places_of(M, Article(TEXT))
    items = page(M, places)["items"]
    start = TEXT.index("should")
    assert selectors(items[0])[0] == [
        {"type": "TextQuoteSelector", "exact": "should stay open", "prefix": "The pool\n\nIt ", "suffix": ". Children learn to swim there. "},
        {"type": "TextPositionSelector", "start": start, "end": start + 16},
    ]  # fmt: skip
    assert selectors(items[1])[0] == [
        {"type": "argmap:PlaceSelector", "value": "p2.s2"},
        {"type": "TextPositionSelector", "start": TEXT.index("Children"), "end": TEXT.index(" It costs")},
    ]
    assert selectors(items[1])[1] == [{"type": "argmap:PlaceSelector", "value": "p9"}]
    only_places = ArgumentMap(nodes=(M.nodes[1],), source=M.source)
    assert "learn" not in "".join(write(only_places, places=places))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source(file="pool.txt", url="https://example.org/pool?a=1"), "https://example.org/pool?a=1"),
        (Source(file="pool.txt", url="javascript:alert(1)"), "pool.txt"),
        (Source(file="pool.txt", url="http://example.org/a b"), "pool.txt"),
        (Source(file="sub/a#b?c.txt"), "sub/a%23b%3Fc.txt"),
        (Source(title="A talk"), "#source"),
        (None, "#source"),
    ],
)
def test_the_source_is_its_address_or_its_file(source: Source | None, expected: str) -> None:
    m = ArgumentMap(source=source, nodes=(Claim(id="a", text="a", anchor=Anchor(at="p1")),))
    assert page(m)["items"][0]["target"]["source"] == expected


def test_the_page_has_the_frame_of_the_standard() -> None:
    found = page(M)
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["id"], found["label"]) == ("AnnotationPage", "#page.1", "The pool")


@given(maps())
def test_every_map_gives_one_annotation_a_statement_and_one_a_line(m: ArgumentMap) -> None:
    text = dumps(m, format="annotations")
    found = json.loads(text)
    assert [item["id"] for item in found["items"]] == [f"#{node.id}" for node in m.nodes]
    assert text.count("\n") == len(m.nodes) + 2
    for item, node in zip(found["items"], m.nodes, strict=True):
        anchors = (
            []
            if node.anchor is None
            else [node.anchor.quote, *dict.fromkeys((*node.anchor.at, *node.anchor.also))]
        )
        if any(anchors):
            assert len(selectors(item)) == len([each for each in anchors if each])
        else:
            assert isinstance(item["target"], str)


def test_only_formats_that_say_so_are_told_of_places() -> None:
    assert [row.name for row in FORMATS if row.placed] == ["annotations"]
    assert list(pieces(M, format_named("json"), places={("open", "quote"): Stretch(0, 1)})) == list(
        pieces(M, format_named("json"))
    )
