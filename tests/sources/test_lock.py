"""What a lock keeps, and what it does not: words where the map has words, digests elsewhere."""

import hashlib

import pytest

from argmap.model import Anchor, ArgumentMap, Claim
from argmap.selectors import Stretch
from argmap.sources.article import Article
from argmap.sources.digests import CONTEXT, Digests, digest, digested
from argmap.sources.lock import entry, lock_name, places_of, quoted

TEXT = "A title\n\nOne is here. Two is\nthere. Three’s a crowd.\n\nTwo is there. Last one."
ARTICLE = Article(TEXT, "town.txt")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("riverton.argmap.yaml", "riverton.argmap.lock.json"),
        ("riverton.argmap.json", "riverton.argmap.lock.json"),
        ("riverton.yaml", "riverton.argmap.lock.json"),
        ("a.b.graphml", "a.b.argmap.lock.json"),
        ("riverton", "riverton.argmap.lock.json"),
        (".argmap.yaml", ".argmap.yaml.argmap.lock.json"),
    ],
)
def test_a_lock_is_called_after_its_map(name: str, expected: str) -> None:
    assert lock_name(name) == expected


def test_a_quote_is_kept_with_its_words_and_those_around_it() -> None:
    place = (TEXT.index("Two"), TEXT.index(" Three"))
    kept = entry(ARTICLE, "a", "quote", place, words=False)
    assert kept.stretch == Stretch(
        *place, "Two is\nthere.", "A title\n\nOne is here. ", " Three’s a crowd.\n\nTwo is there."
    )
    assert not kept.digests
    assert len(kept.stretch.suffix) == CONTEXT


def test_a_place_is_kept_in_digests_unless_words_are_wanted() -> None:
    place = (TEXT.index("Two"), TEXT.index(" Three"))
    kept = entry(ARTICLE, "a", "p2.s2", place, words=False)
    assert kept.digests
    assert kept.stretch.exact == hashlib.sha256(b"Two is there.").hexdigest()
    assert kept.stretch.prefix == hashlib.sha256(b"A title One is here.").hexdigest()
    assert kept.stretch.suffix == hashlib.sha256(b"Three's a crowd. Two is there. L").hexdigest()
    assert entry(ARTICLE, "a", "p2.s2", place, words=True).stretch == quoted(ARTICLE, place)


def test_a_digest_is_the_same_in_any_typography() -> None:
    assert digest("“Two”  is\nthere") == digest('"Two" is there') != digest("Two is there")


def test_where_words_are_is_told_by_their_digest_alone() -> None:
    moved = Article("New.\n\n" + TEXT.replace("\n", "\r\n"), "town.txt")
    old = digested(ARTICLE, (TEXT.index("Three"), TEXT.index("\n\nTwo is there.")))
    (place,) = Digests(moved).places(old, (True, 1))
    assert moved.text[slice(*place)] == "Three’s a crowd."
    assert Digests(moved).places(old, (True, 2)) == []
    assert Digests(moved).places(old, (False, 1)) == []


def test_of_several_places_with_one_digest_those_in_the_old_company_are_told() -> None:
    second = TEXT.rindex("Two")
    old = digested(ARTICLE, (second, second + len("Two is there.")))
    assert len(Digests(ARTICLE).places(Stretch(0, 0, old.exact, "", ""), (True, 1))) == 2
    ((start, _),) = Digests(ARTICLE).places(old, (True, 1))
    assert start == second


def test_runs_of_paragraphs_have_digests_too() -> None:
    place = (TEXT.index("One"), len(TEXT))
    assert Digests(ARTICLE).places(digested(ARTICLE, place), (False, 2)) == [place]


def test_where_anchors_stand_is_told_for_those_that_are_found() -> None:
    m = ArgumentMap(
        nodes=(
            Claim(id="a", text="a", anchor=Anchor(quote="Three's a crowd", also="p9")),
            Claim(id="b", text="b", anchor=Anchor(at="p1")),
            Claim(id="c", text="c", anchor=Anchor(quote="Two is there")),
            Claim(id="d", text="d"),
        )
    )
    places = places_of(m, ARTICLE)
    assert set(places) == {("a", "quote"), ("b", "p1")}
    assert places["a", "quote"].exact == "Three’s a crowd"
    assert places["b", "p1"] == Stretch(0, 7)
