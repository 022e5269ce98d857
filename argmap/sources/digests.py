"""Passages told by the digests of their words alone: what they are, and where the same ones stand."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.selectors import Stretch
from argmap.sources.article import Article, Range
from argmap.sources.folding import fold
from argmap.sources.likeness import LARGEST

CONTEXT: Final = 32
"""Code points of the words that are kept before and after a passage."""


def digest(words: str) -> str:
    """Return the SHA-256 digest of words, typography and white space aside."""
    return hashlib.sha256(fold(words).encode("utf-8", "surrogatepass")).hexdigest()


def digested(article: Article, place: Range) -> Stretch:
    """Return a stretch with the digests of its words and of those around it."""
    return Stretch(*place, *map(digest, _words(article, place)))


def _words(article: Article, place: Range) -> tuple[str, str, str]:
    text = article.folded.text
    start, end = map(article.folded.position, place)
    before = text[max(start - CONTEXT - 1, 0) : start].rstrip()
    after = text[end : end + CONTEXT + 1].lstrip()
    return text[start:end], before[-CONTEXT:], after[:CONTEXT]


class Digests:
    """The digests of an article's paragraphs and sentences, as far as somebody asked for them."""

    def __init__(self, article: Article) -> None:
        """Keep the article."""
        self._article = article
        self._of_shape: dict[tuple[bool, int], dict[str, list[Range]]] = {}

    def places(self, remembered: Stretch, shape: tuple[bool, int]) -> list[Range]:
        """Return where the words of a digest stand now; of several places, those in their old company.

        Args:
            remembered: The digests of the words and of those around them.
            shape: Whether they are sentences, and not paragraphs; and how many.
        """
        if shape not in self._of_shape:
            self._of_shape[shape] = self._all(shape)
        found = self._of_shape[shape].get(remembered.exact, [])
        if len(found) > 1:
            company = [place for place in found if digested(self._article, place)[3:] == remembered[3:]]
            return company or found
        return found

    def _all(self, shape: tuple[bool, int]) -> dict[str, list[Range]]:
        places: defaultdict[str, list[Range]] = defaultdict(list)
        if len(self._article.text) <= LARGEST:
            for place in self._runs(*shape):
                places[digest(self._article.text[slice(*place)])].append(place)
        return places

    def _runs(self, sentences: bool, number: int) -> Iterator[Range]:  # noqa: FBT001 - half of a shape
        paragraphs = self._article.paragraphs
        if not sentences:
            yield from _runs(paragraphs, number)
            return
        for index in range(1, len(paragraphs) + 1):
            yield from _runs(self._article.sentences(index), number)


def _runs(units: Sequence[Range], number: int) -> Iterator[Range]:
    for first, last in zip(units, units[number - 1 :], strict=False):
        yield first[0], last[1]
