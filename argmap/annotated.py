"""Texts that annotate another one: the file beside them becomes the map's source, and tells their places.

That file has the name of the text and ends in `.txt`. It is looked for in the text's own folder only,
and nothing is amiss where it is missing. What the two say otherwise of the same place is a finding,
and a file in which nothing is as the text says is not the one that it annotates.
"""

import os
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argmap.controls import visible
from argmap.disk import read_with_digest, shown
from argmap.errors import ArgmapError, FileError
from argmap.findings import Code, Finding
from argmap.formats.row import Format
from argmap.losses import Marked, Reading
from argmap.malformed import OTHERWISE, UNREADABLE, UNRELATED
from argmap.model import Anchor, ArgumentMap, Node, Source

if TYPE_CHECKING:
    from argmap.sources.article import Article

ENDING: Final = ".txt"
PLACES_SHOWN: Final = 5


def with_source(found: Reading, row: Format, path: Path) -> Reading:
    """Return what came of reading a file, with the text that it annotates as its source, if it is at hand.

    Args:
        found: What came of reading it.
        row: The format it is in.
        path: The file.
    """
    beside = _beside(row, path) if row.annotates else None
    if beside is None:
        return found
    from argmap.sources.article import Article  # noqa: PLC0415 - few texts annotate another one
    from argmap.sources.passages import quotes_of  # noqa: PLC0415

    try:
        name = _sayable(beside.name)
        text, digest = read_with_digest(_inside(beside))
    except ArgmapError as error:
        return _amiss(found, UNREADABLE, f"the text beside this is left aside: {error}")
    article = Article(text, name, digest)
    article.seek(quotes_of(found.map))
    return _held_against(found, article)


def _beside(row: Format, path: Path) -> Path | None:
    """Return the path of the file that a text annotates, if there is one; links to the text are followed."""
    try:
        own = path.resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    endings = [ending for ending in row.suffixes if own.name.lower().endswith(ending)]
    cut = len(max(endings, key=len, default=own.suffix))
    beside = own.with_name(own.name[: len(own.name) - cut] + ENDING) if cut < len(own.name) else own
    return beside if beside != own and os.path.lexists(beside) else None


def _inside(path: Path) -> Path:
    """Return what a path leads to.

    Raises:
        FileError: that lies outside of its folder, or is nothing.
    """
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        raise FileError(shown(path.name), "it is a link to itself") from None
    if not real.is_relative_to(path.parent):
        raise FileError(shown(path.name), "it is a link to what lies outside of the folder")
    return real


def _sayable(name: str) -> str:
    """Return a file's name as a map can say it.

    Raises:
        FileError: it holds what cannot be seen, or ends in white space.
    """
    if visible(name) != name.strip():
        raise FileError(shown(name), "a map cannot name this file")
    return name


def _amiss(found: Reading, code: Code, message: str) -> Reading:
    return found._replace(findings=(*found.findings, code.at("", message, 1, 1)))


def _held_against(found: Reading, article: "Article") -> Reading:
    """Return a reading with its source, unless nothing stands there as the reading says."""
    wrong = [mark for mark in found.marked if not _agrees(mark, article.text)]
    if len(wrong) == len(found.marked) > 0 or not (found.marked or _quotes(found.map, article)):
        message = f"{article.name} is not the text of this: nothing stands there as it says"
        return _amiss(found, UNRELATED, message)
    m = found.map
    sourced = ArgumentMap(
        title=m.title,
        source=Source(file=article.name, sha256=article.sha256),
        thesis=m.thesis,
        nodes=tuple(_placed(m, found.marked, {mark.node for mark in wrong}, article)),
        links=m.links,
        beside=m.beside,
    )
    findings = (*found.findings, *(_otherwise(mark, article) for mark in wrong))
    return found._replace(map=sourced, findings=findings)


def _agrees(mark: Marked, text: str) -> bool:
    """Tell whether a text has the words where they are said to stand, white space aside."""
    there = " ".join(text[start:end] for start, end in mark.ranges)
    return mark.ranges[-1][1] <= len(text) and there.split() == mark.words.split()


def _otherwise(mark: Marked, article: "Article") -> Finding:
    """Return that the words are others."""
    places = ", ".join(f"{start}-{end}" for start, end in mark.ranges[:PLACES_SHOWN])
    more = ", …" if len(mark.ranges) > PLACES_SHOWN else ""
    words = f"the words of {visible(mark.key[:60])} are not those of {article.name} at {places}{more}"
    return OTHERWISE.at("", words, mark.line, 1)


def _quotes(m: ArgumentMap, article: "Article") -> bool:
    """Tell whether an article has any of a map's quotes, or there are none to look for."""
    from argmap.sources.passages import quoted_ranges, quotes_of  # noqa: PLC0415

    quotes = quotes_of(m)
    return not quotes or any(quoted_ranges(article, quote, 1) for quote in quotes)


def _placed(
    m: ArgumentMap, marked: Sequence[Marked], wrong: Container[str], article: "Article"
) -> Iterator[Node]:
    """Yield the statements of a map; those whose quote does not tell their place are told by it."""
    from argmap.sources.passages import place_name, quoted_range  # noqa: PLC0415

    ranges: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for mark in marked:
        ranges[mark.node] += [place for place in mark.ranges if article.text[slice(*place)].strip()]
    for node in m.nodes:
        mine = ranges[node.id]
        quote = node.anchor.quote if node.anchor else None
        if not mine or node.id in wrong or (quote and quoted_range(article, quote)):
            yield node
        else:
            places = tuple(dict.fromkeys(place_name(article, place) for place in sorted(mine)))
            yield node.model_copy(update={"anchor": Anchor(at=places)})
