"""The text of a map, inspected: each finding in its place, less what comments suppress."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.checks.checking import check, possible
from argmap.checks.placing import Placed, placed
from argmap.checks.row import Check
from argmap.checks.subject import Subject
from argmap.checks.suppressing import settled
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.sources.article import Article
from argmap.sources.lock import Lock


class Inspection(NamedTuple):
    """What came of inspecting one map.

    Attributes:
        name: What its file is called.
        found: The findings, by their place in the text.
        suppressed: How many more comments keep from being told.
        nodes: How many statements it has.
        links: How many links it has.
    """

    name: str
    found: tuple[Placed, ...]
    suppressed: int
    nodes: int
    links: int


def inspect(
    m: ArgumentMap,
    text: str,
    name: str,
    article: Article | None,
    lock: Lock | None,
    rows: Sequence[Check],
    told: Iterable[Finding] = (),
) -> Inspection:
    """Return what is found in a map, placed in the text that it was read from, comments heeded.

    Args:
        m: The map.
        text: What it was read from.
        name: What that is called.
        article: The text that it is of, where that is at hand.
        lock: Where its anchors stood, where that is kept.
        rows: The checks that are made.
        told: What was found while the text was read.
    """
    found = placed(m, check(m, article, lock, rows=rows), text, name)
    left, suppressed = settled(m, found, text, name, possible(rows, Subject(m, article, lock)))
    codes = {row.code for row in rows}
    in_reading = [Placed(each.line, each.column, each) for each in told]
    shown = [each for each in (*in_reading, *left) if each.finding.code in codes]
    shown.sort(key=lambda each: (each.finding.file, each.line, each.column, each.finding.code))
    return Inspection(name, tuple(shown), suppressed, len(m.nodes), len(m.links))
