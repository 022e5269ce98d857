"""The lock of a map: where each anchor stood when it was last looked at, kept in a file beside it.

What the map says in words, the lock says in words; what the map says by place, it says in digests,
unless it is asked for the words: an article that may not be copied is not copied here either.
Text in, text out; the file itself is the command's business.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.jsontext import dumped
from argmap.selectors import Stretch, position_selector, words_selector
from argmap.sources.article import Article, Range
from argmap.sources.folding import fold

VERSION: Final = 1
ENDING: Final = ".argmap.lock.json"
CONTEXT: Final = 32
"""Code points of the words that are kept before and after a passage."""
QUOTE: Final = "quote"
"""How an anchor by words is called; one by place is called by its place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An anchor as it was found.

    Attributes:
        node: Id of the statement.
        by: `quote`, or the place as the map writes it: `p13.s2`.
        stretch: Where it stood, with its words or their digests.
        digests: Whether digests stand in place of the words.
    """

    node: str
    by: str
    stretch: Stretch
    digests: bool


@dataclass(frozen=True, slots=True)
class Lock:
    """Where the anchors of a map stood in one state of its source.

    Attributes:
        file: The name of the source's file.
        sha256: The digest of its bytes.
        rule: The version of the rule by which its paragraphs and sentences were counted.
        words: Whether the words of passages are kept where the map only has their place.
        entries: The anchors, in the map's order.
    """

    file: str
    sha256: str
    rule: str
    words: bool
    entries: tuple[Entry, ...]


def lock_name(map_name: str) -> str:
    """Return the name of the lock of a map: `riverton.argmap.lock.json` of `riverton.argmap.yaml`."""
    stem = map_name.partition(".argmap.")[0] if ".argmap." in map_name else map_name.rpartition(".")[0]
    return (stem or map_name) + ENDING


def entry(article: Article, node: str, by: str, place: Range, *, words: bool) -> Entry:
    """Return an anchor as it is found now, with its words where the map has them or they are wanted."""
    digests = by != QUOTE and not words
    make = digested if digests else quoted
    return Entry(node, by, make(article, place), digests)


def quoted(article: Article, place: Range) -> Stretch:
    """Return a stretch with its words and those around it."""
    start, end = place
    text = article.text
    return Stretch(start, end, text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT])


def digested(article: Article, place: Range) -> Stretch:
    """Return a stretch with the digests of its words and of those around it."""
    return Stretch(*place, *map(digest, folded_words(article, place)))


def folded_words(article: Article, place: Range) -> tuple[str, str, str]:
    """Return the words of a stretch, those before it and those after it, typography evened out."""
    folded = article.folded
    start, end = map(folded.position, place)
    return (
        folded.text[start:end].strip(),
        folded.text[:start].rstrip()[-CONTEXT:] if start <= CONTEXT else folded.text[start - 2 * CONTEXT if start > 2 * CONTEXT else 0 : start].rstrip()[-CONTEXT:],
        folded.text[end : end + 2 * CONTEXT].lstrip()[:CONTEXT],
    )


def digest(words: str) -> str:
    """Return the SHA-256 digest of words, typography and white space aside."""
    return hashlib.sha256(fold(words).encode("utf-8", "surrogatepass")).hexdigest()
