"""Where a statement stands: from its quote or its place to a range of the article."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from argmap.model import Anchor, ArgumentMap, Node
from argmap.sources.article import Article, Range
from argmap.sources.folding import fold
from argmap.sources.seeking import MOST
from argmap.values import PLACE

QUOTE: Final = "quote"
"""How an anchor by words is called; one by place is called by its place."""
PARAGRAPH_LONGEST: Final = 1_000_000
"""Code points of a paragraph whose sentences are counted to name a place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source that a statement stands on.

    Attributes:
        words: The words there; the quote itself, or empty, where the source is not at hand.
        place: `riverton.txt:7` where it was found, the place as written where it was not.
        found: Whether it was found in the source.
    """

    words: str
    place: str
    found: bool


def passages(node: Node, article: Article | None) -> tuple[Passage, ...]:
    """Return where a statement stands; what is not found is returned as not found."""
    if node.anchor is None:
        return ()
    return tuple(_passages(node.anchor, article))


def _passages(anchor: Anchor, article: Article | None) -> Iterator[Passage]:
    if anchor.quote is not None:
        place = quoted_range(article, anchor.quote) if article else None
        if article and place:
            yield Passage(article.text[slice(*place)], f"{article.name}:{article.line(place[0])}", found=True)
        else:
            yield Passage(anchor.quote, "", found=False)
    for written in (*anchor.at, *anchor.also):
        place = placed_range(article, written) if article else None
        if article and place:
            where = f"{written}, {article.name}:{article.line(place[0])}"
            yield Passage(article.text[slice(*place)], where, found=True)
        else:
            yield Passage("", written, found=False)


def quotes_of(m: ArgumentMap) -> list[str]:
    """Return all that a map quotes."""
    return [node.anchor.quote for node in m.nodes if node.anchor and node.anchor.quote is not None]


def anchors_of(node: Node) -> Iterator[str]:
    """Yield how each anchor of a statement is called: `quote`, then its places."""
    if node.anchor is not None:
        if node.anchor.quote is not None:
            yield QUOTE
        yield from dict.fromkeys((*node.anchor.at, *node.anchor.also))


def range_of(node: Node, by: str, article: Article) -> Range | None:
    """Return where an anchor of a statement stands; None where that is nowhere, or not one place."""
    if by != QUOTE:
        return placed_range(article, by)
    quote = node.anchor.quote if node.anchor else None
    return quoted_range(article, quote) if quote is not None else None


def quoted_range(article: Article, quote: str) -> Range | None:
    """Return the range of the only place where a quote stands, white space and typography aside.

    None where it stands nowhere, or more than once: never a silent guess.
    """
    found = quoted_ranges(article, quote, 2)
    return found[0] if len(found) == 1 else None


def quoted_ranges(article: Article, quote: str, most: int = MOST) -> list[Range]:
    """Return where a quote stands, at most so often, white space and typography aside."""
    words = fold(quote)
    return [article.folded.span(start, start + len(words)) for start in article.occurrences(words, most)]


def placed_range(article: Article, place: str) -> Range | None:
    """Return the range of `p13`, `p13.s2`, `p13.s1-s2` or `p13-p14`; None where there is none."""
    numbers = re.fullmatch(PLACE, place)
    if numbers is None:
        return None
    first, last, start, end = (int(each) if each else None for each in numbers.groups())
    assert first is not None  # noqa: S101 - the pattern has it
    try:
        if start is None:
            return article.paragraphs[first - 1][0], article.paragraphs[(last or first) - 1][1]
        sentences = article.sentences(first)
        return sentences[start - 1][0], sentences[(end or start) - 1][1]
    except IndexError:
        return None


def place_shape(place: str) -> tuple[bool, int]:
    """Return of a well-formed place whether it is of sentences, not paragraphs, and of how many."""
    numbers = re.fullmatch(PLACE, place)
    assert numbers is not None  # noqa: S101 - the model has seen to it
    first, last, start, end = (int(each or 0) for each in numbers.groups())
    return (True, max(end - start, 0) + 1) if start else (False, max(last - first, 0) + 1)


def place_name(article: Article, place: Range) -> str:
    """Return the place of a range as a map writes it: `p13`, `p13.s2`, `p13.s1-s2` or `p13-p14`."""
    paragraphs = article.paragraphs
    first = bisect_right(paragraphs, place[0], key=_end) + 1
    last = max(bisect_left(paragraphs, place[1], key=_end) + 1, first)
    if last > first:
        return f"p{first}-p{min(last, len(paragraphs))}"
    start, end = paragraphs[first - 1] if first <= len(paragraphs) else (0, 0)
    if place == (start, end) or not start < end <= start + PARAGRAPH_LONGEST:
        return f"p{first}"
    sentences = article.sentences(first)
    begins = bisect_right(sentences, place[0], key=_end) + 1
    finishes = max(bisect_left(sentences, place[1], key=_start), begins)
    return f"p{first}.s{begins}" + (f"-s{finishes}" if finishes > begins else "")


_start: Final = itemgetter(0)
_end: Final = itemgetter(1)
