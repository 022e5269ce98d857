"""What changed in meaning between two maps: two versions of one, or two people's maps of one article."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from argmap import wire
from argmap.comparison.changes import By, Comparison, FieldChange, NodePair
from argmap.comparison.linking import linked
from argmap.comparison.pairing import paired
from argmap.comparison.side import Found, Pairs, Side
from argmap.evaluation.semantics import SEMANTICS
from argmap.evaluation.standards import DEFAULT
from argmap.evaluation.verdicts import weighed
from argmap.evaluation.whatif import Change
from argmap.model import ArgumentMap, Source
from argmap.ordering import forwards


def compare(
    old: ArgumentMap,
    new: ArgumentMap,
    *,
    weighing: bool = False,
    semantics: str = SEMANTICS[0].name,
    standard: str = DEFAULT.name,
) -> Comparison:
    """Return what changed in meaning from one map to another.

    Nodes are matched by id, by place in the source, and by likeness of text and neighbourhood, one to
    one; links by what they join. White space and the order of nodes and links say nothing. Whoever is
    called old, the same are matched.

    Args:
        old: The map as it was, or one person's.
        new: The map as it is, or another person's.
        weighing: Whether to weigh both and tell the conclusions that changed.
        semantics: What strengths mean.
        standard: When a claim stands.

    Raises:
        ArgmapError: there is no such semantics or standard, or they do not go together.
    """
    before, after = Side(old), Side(new)
    pairs = _paired(before, after)
    told = tuple(
        _told(before, after, pairs, index) for index in range(len(new.nodes)) if index in pairs.of_new
    )
    links, same_links = linked(before, after, pairs)
    return Comparison(
        old,
        new,
        tuple(_head(old, new, {pair.before.id: pair.after.id for pair in told})),
        told,
        added=tuple(new.nodes[index] for index in pairs.new_left),
        removed=tuple(old.nodes[index] for index in pairs.old_left),
        links=links,
        same_links=same_links,
        reordered=_reordered([pairs.of_new[index] for index in sorted(pairs.of_new)]),
        conclusions=_conclusions(old, new, told, semantics, standard) if weighing else (),
    )


def _paired(old: Side, new: Side) -> Pairs:
    """Return the pairs, found from the same side whichever is the old one."""
    if not old.nodes or not new.nodes:
        return Pairs(old, new)
    if old.map.model_dump_json() <= new.map.model_dump_json():
        return paired(old, new)
    turned, pairs = paired(new, old), Pairs(old, new)
    for first, second in turned.of_old.items():
        pairs.pair(second, first, turned.found[first])
    return pairs


def _told(old: Side, new: Side, pairs: Pairs, index: int) -> NodePair:
    first = pairs.of_new[index]
    before, after = old.nodes[first], new.nodes[index]
    found: Found = pairs.found[first]
    said = wire.node_fields(before), wire.node_fields(after)
    fields = () if said[0] == said[1] else tuple(_differences(*said, wire.NODE_FIELDS))
    return NodePair(before, after, cast("By", found.by), found.sure, fields)


def _differences(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Sequence[str]
) -> Iterator[FieldChange]:
    for name in names:
        ours, theirs = before.get(name), after.get(name)
        if ours != theirs and _folded(ours) != _folded(theirs):
            yield FieldChange(name, ours, theirs)


def _folded(value: Any) -> Any:  # noqa: ANN401 - a field of any type
    return " ".join(value.split()) if isinstance(value, str) else value


def _head(old: ArgumentMap, new: ArgumentMap, called: Mapping[str, str]) -> Iterator[FieldChange]:
    """Yield what changed of the head; the thesis by the node it is, whatever its id."""
    yield from _differences({"title": old.title}, {"title": new.title}, ["title"])
    if old.thesis is None or called.get(old.thesis, "") != new.thesis:  # no id is empty
        yield from _differences({"thesis": old.thesis}, {"thesis": new.thesis}, ["thesis"])
    ours, theirs = (wire.head(m).get("source", {}) for m in (old, new))
    for each in _differences(ours, theirs, list(Source.model_fields)):
        yield FieldChange(f"source.{each.name}", each.before, each.after)


def _reordered(places: Sequence[int]) -> int:
    """Return how many of these do not belong to the longest row that runs forwards."""
    return len(places) - len(forwards(places))


def _conclusions(
    old: ArgumentMap, new: ArgumentMap, pairs: Sequence[NodePair], semantics: str, standard: str
) -> tuple[Change, ...]:
    """Return the pairs whose label changed, and then those whose strength moved."""
    before, after = weighed(old, semantics, standard), weighed(new, semantics, standard)
    changes = [Change(before.verdict(pair.before.id), after.verdict(pair.after.id)) for pair in pairs]
    relabelled = [each for each in changes if each.relabelled]
    return (*relabelled, *(each for each in changes if each.moved and not each.relabelled))
