"""Where a statement stands: from its quote or its place to a range of the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.model import Anchor, Node
from argmap.sources.article import Article, Range
from argmap.sources.folding import fold

MOST: Final = 20
"""Places that are told of a quote that stands in many."""
_NUMBER: Final = "([1-9][0-9]{0,5})"
_PLACE: Final = rf"p{_NUMBER}(?:-p{_NUMBER}|\.s{_NUMBER}(?:-s{_NUMBER})?)?"


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


def quoted_range(article: Article, quote: str) -> Range | None:
    """Return the range of the only place where a quote stands, white space and typography aside.

    None where it stands nowhere, or more than once: never a silent guess.
    """
    found = quoted_ranges(article, quote, 2)
    return found[0] if len(found) == 1 else None


def quoted_ranges(article: Article, quote: str, most: int = MOST) -> list[Range]:
    """Return where a quote stands, at most so often: to the letter, or else with typography aside."""
    found = occurrences(article.text, quote, most)
    if found:
        return [(start, start + len(quote)) for start in found]
    words = fold(quote)
    return [
        article.folded.span(start, start + len(words))
        for start in occurrences(article.folded.text, words, most)
    ]


def occurrences(text: str, words: str, most: int = MOST) -> list[int]:
    """Return where words begin in a text, at most so often, overlaps among them."""
    found: list[int] = []
    start = text.find(words) if words else -1
    while start >= 0 and len(found) < most:
        found.append(start)
        start = text.find(words, start + 1)
    return found


def placed_range(article: Article, place: str) -> Range | None:
    """Return the range of `p13`, `p13.s2`, `p13.s1-s2` or `p13-p14`; None where there is none."""
    numbers = re.fullmatch(_PLACE, place)
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
