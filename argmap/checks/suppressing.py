"""Comments that keep findings from being told: read from the text, for no map knows its comments.

    # argmap: ignore A203: nobody has answered it yet     what the line, or the node it opens, has
    # argmap: ignore-map A202, A5                          what the whole map has

A comment alone on its line means the line that follows. After a colon stands the reason. Codes, their
beginnings and the names of checks are understood. A comment that names none, or one that keeps
nothing from being told, is told itself.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from argmap.checks.placing import Placed
from argmap.checks.row import Check
from argmap.checks.table import CHECKS, checks_called, near_codes
from argmap.controls import visible
from argmap.files import places_of
from argmap.formats.table import format_of_text
from argmap.looks import cut
from argmap.model import ArgumentMap
from argmap.yamltext import comments

SHOWN_LONGEST: Final = 40
_ROWS: Final = {row.name: row for row in CHECKS}
_COMMENT: Final = re.compile(r"#\s*argmap:\s*ignore(-map)?(?![\w-])\s*([^:]*)", re.IGNORECASE)

Key: TypeAlias = tuple[int | str, str]


class Suppression(NamedTuple):
    """One word of a comment that keeps findings from being told.

    Attributes:
        line: Of the comment, from 1.
        column: Of the comment, from 1, in code points.
        means: The line it means; 0 for the whole map.
        word: The code, beginning of codes or name, as it is written.
        rows: The checks that it names.
    """

    line: int
    column: int
    means: int
    word: str
    rows: tuple[Check, ...]


def suppressions(text: str) -> Iterator[Suppression]:
    """Yield what the comments of a YAML text suppress, word by word."""
    if not _COMMENT.search(text):  # most texts have none, and to look for comments takes time
        return
    for comment in comments(text):
        found = _COMMENT.match(comment.text)
        if found:
            means = 0 if found[1] else comment.means
            for word in dict.fromkeys(re.split(r"[,\s]+", found[2].strip(" \t,"))):
                yield Suppression(comment.line, comment.column, means, word, checks_called(word))


class Settled(NamedTuple):
    """Findings after the comments have been heeded.

    Attributes:
        left: Those that are told, and what is wrong with the comments themselves.
        suppressed: How many are not told.
    """

    left: list[Placed]
    suppressed: int


def settled(
    m: ArgumentMap, found: Sequence[Placed], text: str, name: str, made: Collection[Check]
) -> Settled:
    """Heed the comments of a text; in formats other than YAML there are none.

    Args:
        m: The map.
        found: What the checks found.
        text: The text of the map.
        name: Its name.
        made: The checks that were made; what others would have found is not known.
    """
    told = list(suppressions(text)) if format_of_text(text, name).name == "yaml" else []
    if not told:
        return Settled(list(found), 0)
    opened = _opened(m, {one.means for one in told}, text, name)
    meant = {key for one in told for key in _keys(one, opened)}
    ends = m.ends
    used: set[Key] = set()
    left = []
    for each in found:
        code, where = each.finding.code, each.finding.where
        hits = meant.intersection(((0, code), (each.line, code), (ends.get(where, where), code)))
        used |= hits
        left += [] if hits else [each]
    wrong = [_wrong(one) for one in told if used.isdisjoint(_keys(one, opened)) and _is_wrong(one, made)]
    return Settled([*left, *wrong], len(found) - len(left))


def _opened(m: ArgumentMap, lines: Collection[int], text: str, name: str) -> Mapping[int, list[str]]:
    """Return by line the nodes that begin on it, of those lines that are meant."""
    opened: defaultdict[int, list[str]] = defaultdict(list)
    places = places_of(text, [("nodes", node.id, None) for node in m.nodes], name)
    for (line, _), node in zip(places, m.nodes, strict=True):
        if line in lines:
            opened[line].append(node.id)
    return opened


def _keys(one: Suppression, opened: Mapping[int, list[str]]) -> Iterator[Key]:
    """Yield what a suppression means: each code with the line, the node on it, or 0 for the whole map."""
    for row in one.rows:
        yield one.means, row.code
        yield from ((node, row.code) for node in opened.get(one.means, ()))


def _is_wrong(one: Suppression, made: Collection[Check]) -> bool:
    """Tell whether one that has done nothing names no check, or only checks that were made."""
    return all(row in made for row in one.rows)


def _wrong(one: Suppression) -> Placed:
    word = visible(cut(one.word, SHOWN_LONGEST))
    if one.rows:
        finding = _ROWS["unused-suppression"].at("", f"{word} is not found here, and need not be ignored")
    elif one.word:
        near = near_codes(one.word)
        hint = f"; did you mean {near[0]}?" if near else ""
        finding = _ROWS["unknown-suppression"].at("", f"there is no check {word}{hint}")
    else:
        finding = _ROWS["unknown-suppression"].at("", "name the codes that are to be ignored")
    return Placed(one.line, one.column, finding)
