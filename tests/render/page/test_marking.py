"""The article in pieces: nothing lost, and each piece with who stands on it."""

import pytest

from argmap import ArgumentMap, load
from argmap.errors import RequestError
from argmap.render.page.marking import LONGEST, STANDING_MOST, marked
from argmap.sources.article import Article
from argmap.sources.passages import anchors_of, range_of
from tests.cli.running import RIVERTON


def on_places(*places: str) -> ArgumentMap:
    return ArgumentMap.model_validate(
        {
            "nodes": [
                {"id": f"n{index}", "kind": "claim", "text": "x", "anchor": {"at": [place]}}
                for index, place in enumerate(places)
            ]
        }
    )


def test_passages_that_overlap_cut_one_another() -> None:
    article = Article("One here. Two here. Three here.\n\nFour.\n")
    assert marked(on_places("p1.s1-s2", "p1.s2-s3", "p2"), article) == [
        [("One here. ", [0]), ("Two here.", [0, 1]), (" Three here.", [1])],
        [("Four.", [2])],
    ]


def test_a_passage_of_several_paragraphs_goes_on_in_each() -> None:
    article = Article("One.\n\nTwo.\n\nThree.\n")
    assert marked(on_places("p1-p2"), article) == [[("One.", [0])], [("Two.", [0])], [("Three.",)]]


def test_what_stands_twice_on_a_piece_is_named_once_and_stays_until_both_end() -> None:
    m = ArgumentMap.model_validate(
        {"nodes": [{"id": "a", "kind": "claim", "text": "x", "anchor": {"at": ["p1", "p1.s1"]}}]}
    )
    assert marked(m, Article("One. Two.")) == [[("One.", [0]), (" Two.", [0])]]


def test_the_whole_article_is_there_and_every_passage_lit() -> None:
    m = load(RIVERTON)
    article = Article(RIVERTON.with_name("riverton.txt").read_text(encoding="utf-8"))
    pieces = [piece for paragraph in marked(m, article) for piece in paragraph]
    assert "".join("".join(words for words, *_ in pieces).split()) == "".join(article.text.split())
    for index, node in enumerate(m.nodes):
        for by in anchors_of(node):
            place = range_of(node, by, article)
            assert place is not None
            lit = "".join(words for words, *here in pieces if here and index in here[0])
            assert "".join(article.text[slice(*place)].split()) in "".join(lit.split())


def test_what_steers_is_made_visible_and_a_crowd_is_cut() -> None:
    found = marked(on_places(*["p1"] * 40), Article("a\u202eb\x1bc\nd"))
    assert found == [[("a\\u202eb\\u001bc d", list(range(STANDING_MOST)))]]


def test_an_article_that_is_too_long_is_refused() -> None:
    with pytest.raises(RequestError, match="too long for a page"):
        marked(ArgumentMap(), Article("x" * (LONGEST + 1)))
