"""What a map can say, feature by feature: the columns in which formats are compared.

Each feature finds where a map makes use of it, as values that two maps can be compared in. Ids
stand in no value but their own, so that a format without ids is judged by everything else alone.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, NamedTuple

from argmap.model import ArgumentMap, Link, Node, stake_of

Uses = Iterable[Hashable]


class Feature(NamedTuple):
    """One thing that a map can say.

    Attributes:
        name: One word for it.
        words: What it is called in a report, in the plural.
        uses: Finds each use that a map makes of it.
    """

    name: str
    words: str
    uses: Callable[[ArgumentMap], Uses]


def _of_nodes(value: Callable[[Node], Hashable]) -> Callable[[ArgumentMap], Uses]:
    """Return what finds the nodes that have a value, by their place among the nodes."""

    def uses(m: ArgumentMap) -> Iterator[Hashable]:
        for place, node in enumerate(m.nodes):
            if (found := value(node)) not in (None, (), False):
                yield place, found

    return uses


def _of_stakes(name: str) -> Callable[[ArgumentMap], Uses]:
    return _of_nodes(lambda node: None if stake_of(node) is None else getattr(node, name))


def _of_anchors(*names: str) -> Callable[[ArgumentMap], Uses]:
    def value(node: Node) -> Hashable:
        found = tuple(getattr(node.anchor, name) for name in names) if node.anchor else ()
        return found if any(found) else None

    return _of_nodes(value)


def _of_links(value: Callable[[Link], Hashable]) -> Callable[[ArgumentMap], Uses]:
    """Return what finds the links that have a value, by what they join."""

    def uses(m: ArgumentMap) -> Iterator[Hashable]:
        joins = _joins(m)
        for link in m.links:
            if (found := value(link)) not in (None, (), False):
                yield joins[link.id], found

    return uses


def _joins(m: ArgumentMap) -> dict[str, Hashable]:
    """Return for each link what it joins, by places: its relation, its premises, its target."""
    places = {node.id: place for place, node in enumerate(m.nodes)}
    joins: dict[str, Hashable] = {}
    for link in m.links:  # undercutters stand after what they attack
        target = joins[link.target] if link.relation == "undercuts" else places[link.target]
        joins[link.id] = (link.relation, tuple(places[each] for each in link.premises), target)
    return joins


def _pairs(relation: str) -> Callable[[ArgumentMap], Uses]:
    def uses(m: ArgumentMap) -> Iterator[Hashable]:
        places = {node.id: place for place, node in enumerate(m.nodes)}
        for link in m.links:
            if link.relation == relation:
                yield from ((places[each], places[link.target]) for each in link.premises)

    return uses


def _of_head(name: str) -> Callable[[ArgumentMap], Uses]:
    return lambda m: [value] if (value := getattr(m, name)) is not None else []


def _thesis(m: ArgumentMap) -> Uses:
    return [place for place, node in enumerate(m.nodes) if node.id == m.thesis]


def _amount(node: Node) -> Hashable:
    stake = stake_of(node)
    return None if stake is None or (stake.amount, stake.unit) == (None, None) else (stake.amount, stake.unit)


def _status(node: Node) -> Hashable:
    stake = stake_of(node)
    return None if stake is None or stake.status == "actual" else stake.status


def _sure(value: Node | Link) -> Hashable:
    return None if value.sure is None else str(value.sure)


def _given(node: Node) -> Hashable:
    return None if node.given is None else str(node.given)


FEATURES: Final = (
    Feature("text", "texts", _of_nodes(lambda node: node.text)),
    Feature("label", "labels", _of_nodes(lambda node: node.label)),
    Feature("kinds", "kinds", _of_nodes(lambda node: None if node.kind == "claim" else node.kind)),
    Feature("holders", "holders", _of_stakes("holder")),
    Feature("nature", "natures", _of_stakes("nature")),
    Feature("amounts", "amounts", _of_nodes(_amount)),
    Feature("status", "statuses", _of_nodes(_status)),
    Feature("domains", "domains", _of_nodes(lambda node: node.domain)),
    Feature("by", "names of who says so", _of_nodes(lambda node: node.by)),
    Feature("sure", "degrees of sureness", _of_nodes(_sure)),
    Feature("hedges", "hedges", _of_nodes(lambda node: node.hedge)),
    Feature("implicit", "marks of what is left unsaid", _of_nodes(lambda node: node.implicit)),
    Feature("given", "marks of what is given or open", _of_nodes(_given)),
    Feature("quotes", "quotations", _of_anchors("quote")),
    Feature("places", "places in the source", _of_anchors("at", "also")),
    Feature("tags", "lists of tags", _of_nodes(lambda node: node.tags)),
    Feature("notes", "notes", _of_nodes(lambda node: node.note)),
    Feature("ids", "ids", _of_nodes(lambda node: node.id)),
    Feature("supports", "reasons", _pairs("supports")),
    Feature("rebuts", "rebuttals", _pairs("rebuts")),
    Feature("linked", "links whose premises only work together", _of_links(lambda link: link.linked)),
    Feature("undercuts", "undercutters", _of_links(lambda link: link.relation == "undercuts")),
    Feature("schemes", "schemes", _of_links(lambda link: link.scheme)),
    Feature("steps", "strengths of steps", _of_links(_sure)),
    Feature("remarks", "notes on links", _of_links(lambda link: link.note)),
    Feature("names", "names of links", _of_links(lambda link: link.id if link.named else None)),
    Feature("title", "title", _of_head("title")),
    Feature("thesis", "mark of the thesis", _thesis),
    Feature("source", "head of the source", _of_head("source")),
    Feature("beside", "texts kept beside for other formats", lambda m: m.beside),
)
"""Everything that a map can say, in the order in which reports name it."""
NAMES: Final = tuple(feature.name for feature in FEATURES)
