"""Where in its text a finding stands: line and column of the node, the field or the link that it names."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap import wire
from argmap.checks.row import FAMILIES
from argmap.files import places_of
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.places import Path


class Placed(NamedTuple):
    """A finding and its place in the text.

    Attributes:
        line: Counted from 1; 0 where the format does not tell.
        column: Counted from 1, in code points; 0 where the format does not tell.
        finding: What is weak there.
    """

    line: int
    column: int
    finding: Finding


def placed(m: ArgumentMap, findings: Sequence[Finding], text: str, name: str) -> list[Placed]:
    """Return findings with their places in the text that the map was read from, in the order given."""
    links = wire.paths_of_links(m) if any(each.where not in m.by_id for each in findings) else {}
    paths = [_path(m, links, each) for each in findings]
    places = places_of(text, paths, name)
    return [Placed(*place, each) for place, each in zip(places, findings, strict=True)]


def _path(m: ArgumentMap, links: Mapping[str, Path], finding: Finding) -> Path:
    if finding.where in m.by_id:
        return ("nodes", finding.where, finding.field or None)
    if finding.where in links:
        return links[finding.where]
    about_source = FAMILIES[finding.code[:2]] == "anchors"
    return ("source" if about_source else "nodes", finding.field or None)
