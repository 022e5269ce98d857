"""Which statements a question is about: by kind, holder, nature, expression, words; and in what order."""

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.errors import RequestError
from argmap.model import ArgumentMap, Kind, Node
from argmap.query.fields import VERDICTS, Facts, Weigh, field_named, place_key
from argmap.query.where import folded, mentions, parse_where
from argmap.spelling import near


def select(
    m: ArgumentMap,
    kinds: Iterable[Kind] = (),
    *,
    holder: str | None = None,
    nature: str | None = None,
    where: str | None = None,
    sort: str | None = None,
    weigh: Weigh | None = None,
) -> tuple[Node, ...]:
    """Return the statements that fit all that is asked, in the map's order or as sorted.

    Args:
        m: The map.
        kinds: The kinds to take; all, when empty.
        holder: A name among the holders, in capitals or not.
        nature: `tangible` or `intangible`; a node that is `both` is either.
        where: An expression as in `parse_where`.
        sort: A field, greatest number or first letter first; with `-` before it, the other way.
        weigh: What weighs the map, if `where` or `sort` asks what statements come to.

    Raises:
        RequestError: an unknown field or holder, or a malformed expression.
    """
    facts = Facts(m, weigh)
    wanted = frozenset(kinds)
    nodes = [node for node in m.nodes if not wanted or node.kind in wanted]
    if holder is not None:
        nodes = _held(m, nodes, holder)
    if nature is not None:
        nodes = [node for node in nodes if getattr(node, "nature", None) in {nature, "both"}]
    if where:
        test = parse_where(where)
        nodes = [node for node in nodes if test(facts, node)]
    return _sorted(facts, nodes, sort) if sort is not None else tuple(nodes)


def holders(m: ArgumentMap) -> tuple[str, ...]:
    """Return everybody who gains or pays in a map, in the map's order."""
    return tuple(dict.fromkeys(name for node in m.nodes for name in getattr(node, "holder", ())))


def _held(m: ArgumentMap, nodes: Iterable[Node], holder: str) -> list[Node]:
    known = {folded(name): name for name in holders(m)}
    wanted = folded(holder)
    if wanted not in known:
        guesses = near(wanted, known)
        names = [known[guess] for guess in guesses] or list(known.values())[:8]
        words = "did you mean" if guesses else "there are"
        end = "?" if guesses else ""
        hint = f"{words} {', '.join(names)}{end}" if names else "nobody gains or pays in this map"
        raise RequestError(f"nobody called {holder} gains or pays in this map", hint)
    return [node for node in nodes if wanted in map(folded, getattr(node, "holder", ()))]


def _sorted(facts: Facts, nodes: Sequence[Node], sort: str) -> tuple[Node, ...]:
    downwards = sort.startswith("-")
    field = field_named(sort.removeprefix("-"))

    def key(node: Node) -> Any:  # noqa: ANN401 - a number or a text, one sort per field
        value = facts.value(node, field)
        if field == "place":
            return [place_key(place) for place in value]
        if field == "verdict":
            return VERDICTS.index(value)
        return value if isinstance(value, str | tuple) else -value

    with_value = [node for node in nodes if facts.value(node, field) not in (None, ())]
    without = [node for node in nodes if facts.value(node, field) in (None, ())]
    return (*sorted(with_value, key=key, reverse=downwards), *without)


def find(m: ArgumentMap, words: Sequence[str]) -> tuple[Node, ...]:
    """Return the statements in which every one of the words stands, in capitals or not."""
    facts = Facts(m)
    tests = [mentions(word) for word in words]
    return tuple(node for node in m.nodes if all(test(facts, node) for test in tests))
