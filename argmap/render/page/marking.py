"""The article in pieces, each with the statements that stand on it."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Any, Final

from argmap.controls import visible
from argmap.errors import RequestError
from argmap.model import ArgumentMap
from argmap.sources.article import Article
from argmap.sources.passages import anchors_of, range_of

LONGEST: Final = 2_000_000
"""Code points of the longest article that travels in a page."""
STANDING_MOST: Final = 12
"""Statements that are named at one piece."""


def marked(m: ArgumentMap, article: Article) -> list[list[tuple[Any, ...]]]:
    """Return the paragraphs of an article, each in pieces: the words, and the positions of the nodes on them.

    Raises:
        RequestError: the article is too long to travel in a page.
    """
    if len(article.text) > LONGEST:
        raise RequestError(
            f"the source is too long for a page: {len(article.text):,} characters, where {LONGEST:,} go in",
            "leave --quotes out",
        )
    starting, ending = defaultdict(list), defaultdict(list)
    for index, node in enumerate(m.nodes):
        for by in anchors_of(node):
            place = range_of(node, by, article)
            if place is not None and place[0] < place[1]:
                starting[place[0]].append(index)
                ending[place[1]].append(index)
    cuts = sorted({*starting, *ending})
    standing: dict[int, int] = {}  # how often each statement stands here, for passages may overlap
    at = 0
    out = []
    for start, end in article.paragraphs:
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        pieces: list[tuple[Any, ...]] = []
        for left, right in zip([start, *inside], [*inside, end], strict=True):
            while at < len(cuts) and cuts[at] <= left:
                _step(standing, starting[cuts[at]], ending[cuts[at]])
                at += 1
            words = visible(re.sub(r"\s+", " ", article.text[left:right]))
            here = sorted(standing)[:STANDING_MOST] if len(standing) <= LONGEST else []
            pieces.append((words, here) if here else (words,))
        out.append(pieces)
    return out


def _step(standing: dict[int, int], starting: list[int], ending: list[int]) -> None:
    for index in ending:
        standing[index] -= 1
        if not standing[index]:
            del standing[index]
    for index in starting:
        standing[index] = standing.get(index, 0) + 1
