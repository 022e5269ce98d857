"""What is astray between a map, its article and its lock, in words: each finding of the table."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.sources.article import RULE, Article, Range
from argmap.sources.codes import (
    AMBIGUOUS,
    CHANGED,
    DISPLACED,
    DRIFTED,
    LEFT_OVER,
    MOVED,
    NOT_FOUND,
    PAST_THE_END,
    RECOUNTED,
    UNLOCKED,
    UNTOLD,
    VANISHED,
)
from argmap.sources.lock import Lock
from argmap.sources.passages import QUOTE, anchors_of, place_name, placed_range
from argmap.sources.refinding import NEAR, Candidate
from argmap.sources.seeking import MOST

SHOWN_LONGEST: Final = 100
"""Code points after which a message cuts the words of a passage."""
PLACES_SHOWN: Final = 5
DIGITS_SHOWN: Final = 12


def of_source(m: ArgumentMap, article: Article, lock: Lock | None = None) -> Iterator[Finding]:
    """Yield what is astray about a source as a whole."""
    made_from = m.source.sha256 if m.source else None
    if made_from and article.sha256 and made_from != article.sha256:
        words = f"{article.name} is not the file that the map was made from"
        yield DRIFTED.at("", f"{words}: its sha256 begins {article.sha256[:DIGITS_SHOWN]}")
    if lock is not None and lock.sha256 != article.sha256:
        yield DRIFTED.at("", f"{article.name} has changed since the lock was written")
    if lock is not None and lock.rule != RULE:
        words = f"the lock counts sentences by the rule {lock.rule}, this argmap by {RULE}"
        yield RECOUNTED.at("", words + ": look at each place")


def at_first_sight(m: ArgumentMap, article: Article) -> Iterator[Finding]:
    """Yield what is astray before any words are looked for: another source, places that are not there."""
    yield from of_source(m, article)
    missing: dict[str, bool] = {}
    for node in m.nodes:
        for by in anchors_of(node):
            if by not in missing:
                missing[by] = by != QUOTE and placed_range(article, by) is None
            if missing[by]:
                yield past_the_end(article, node.id, by)


def lost(
    article: Article, node: str, by: str, best: Candidate | None, *, known: bool, searched: bool
) -> Finding:
    """Return that words are not found, and what is nearest to them.

    Args:
        article: The source.
        node: Id of the statement.
        by: `quote`, or the place as the map writes it.
        best: What is nearest to the words, if anything is.
        known: Whether they were found before.
        searched: Whether words like them have been searched for, too.
    """
    what = "the quote" if by == QUOTE else f"what stood at {by}"
    words = f"{what} is {'no longer' if known else 'not'} in {article.name}"
    if best is not None and best.likeness >= NEAR:
        where, there = place_name(article, best.place), _words(article, best.place)
        words += f"; nearest is {where}, {per_cent(best.likeness)} alike: “{there}”"
    elif not searched:
        words += "; words like these have not been searched for (argmap help limits)"
    return (VANISHED if known else NOT_FOUND).at(node, words)


def ambiguous(article: Article, node: str, by: str, places: Sequence[Range]) -> Finding:
    """Return that words stand in several places."""
    names = ", ".join(place_name(article, place) for place in places[:PLACES_SHOWN])
    number = f"{len(places)}{' or more' if len(places) >= MOST else ''} places"
    more = ", …" if len(places) > PLACES_SHOWN else ""
    if by == QUOTE:
        return AMBIGUOUS.at(node, f"the quote stands in {number}, {names}{more}: write more of it")
    return AMBIGUOUS.at(node, f"what stood at {by} stands in {number} now, {names}{more}")


def past_the_end(article: Article, node: str, by: str) -> Finding:
    """Return that a place is not there."""
    return PAST_THE_END.at(node, f"there is no {by} in {article.name}")


def moved(article: Article, node: str, by: str, was: int, place: Range) -> Finding:
    """Return that a passage stands elsewhere, as it was."""
    here = place_name(article, place)
    return MOVED.at(node, f"{_called(by)} moved by {place[0] - was:+,} characters, and stands at {here}")


def changed(article: Article, node: str, by: str, place: Range, likeness: float | None) -> Finding:
    """Return that the words of a passage are no longer the old ones."""
    if by == QUOTE:
        here, there = place_name(article, place), _words(article, place)
        return CHANGED.at(
            node, f"the quote reads otherwise now, at {here}, {per_cent(likeness)} alike: “{there}”"
        )
    how = f", {per_cent(likeness)} alike" if likeness is not None else "; how much, digests do not tell"
    return CHANGED.at(node, f"the words at {by} have changed{how}")


def displaced(article: Article, node: str, by: str, place: Range, likeness: float) -> Finding:
    """Return that the words of a place stand at another one."""
    here = place_name(article, place)
    like = f", {per_cent(likeness)} alike" if likeness < 1 else ""
    return DISPLACED.at(node, f"what stood at {by} stands at {here} now{like}: write {here} in the map")


def untold(node: str, by: str) -> Finding:
    """Return that digests do not tell what has become of a place."""
    words = f"{by} holds other words than it did, and digests do not tell where the old ones are"
    return UNTOLD.at(node, words)


def unlocked(node: str, by: str) -> Finding:
    """Return that an anchor is new to the lock."""
    return UNLOCKED.at(node, f"{_called(by)} is not in the lock yet")


def left_over(node: str, by: str) -> Finding:
    """Return that an anchor is gone from the map."""
    return LEFT_OVER.at(node, f"{_called(by)} is in the lock and no longer in the map")


def per_cent(likeness: float | None) -> str:
    """Return a likeness in per cent; 100 is kept for what is the same."""
    if likeness is None:
        return ""
    return "100%" if likeness >= 1 else f"{min(round(likeness * 100), 99)}%"


def _called(by: str) -> str:
    return "the quote" if by == QUOTE else by


def _words(article: Article, place: Range) -> str:
    words = " ".join(article.text[place[0] : min(place[1], place[0] + 4 * SHOWN_LONGEST)].split())
    return words if len(words) <= SHOWN_LONGEST else words[: SHOWN_LONGEST - 1].rstrip() + "…"
