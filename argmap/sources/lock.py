"""The lock of a map: where each anchor stood when it was last looked at, kept in a file beside it.

What the map says in words, the lock says in words; what the map says by place, it says in digests,
unless it is asked for the words: an article that may not be copied is not copied here either.
Its text is next door, in `lockfile`.
"""

from dataclasses import dataclass
from typing import Final

from argmap.model import ArgumentMap
from argmap.selectors import Places, Stretch
from argmap.sources.article import Article, Range
from argmap.sources.digests import CONTEXT, digested
from argmap.sources.passages import QUOTE, anchors_of, quotes_of, range_of

ENDING: Final = ".argmap.lock.json"
SKIPPED: Final = "source.skip"
"""What stands for a node's id with a place that the source skips; no id has a dot there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An anchor as it was found.

    Attributes:
        node: Id of the statement; `source.skip` with what the source skips.
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

    @property
    def places(self) -> Places:
        """Where each anchor stood, with its words where they are kept."""
        return {
            (each.node, each.by): Stretch(*each.stretch[:2]) if each.digests else each.stretch
            for each in self.entries
        }


def lock_name(map_name: str) -> str:
    """Return the name of the lock of a map: `riverton.argmap.lock.json` of `riverton.argmap.yaml`."""
    stem = map_name.partition(".argmap.")[0] if ".argmap." in map_name else map_name.rpartition(".")[0]
    return (stem or map_name) + ENDING


def entry(article: Article, node: str, by: str, place: Range, *, words: bool) -> Entry:
    """Return an anchor as it is found now, with its words where the map has them or they are wanted."""
    digests = by != QUOTE and not words
    make = digested if digests else quoted
    return Entry(node, by, make(article, place), digests)


def places_of(m: ArgumentMap, article: Article) -> Places:
    """Return where each anchor stands in an article, as far as it is found: quotes with their words."""
    article.seek(quotes_of(m))
    found = {(node.id, by): range_of(node, by, article) for node in m.nodes for by in anchors_of(node)}
    return {
        key: quoted(article, place) if key[1] == QUOTE else Stretch(*place)
        for key, place in found.items()
        if place is not None
    }


def quoted(article: Article, place: Range) -> Stretch:
    """Return a stretch with its words and those around it."""
    start, end = place
    text = article.text
    return Stretch(
        start, end, text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
    )
