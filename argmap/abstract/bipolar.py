"""Support between arguments, read as deductive or as necessary, and the attacks that follow from it.

The two readings do not agree, and neither is what "because" means in a map; they are for
researchers. A reading as evidence is what `evidential` does.

Source: Boella, Gabbay, van der Torre and Villata 2010 and Cayrol and Lagasquie-Schiex 2013
(deductive); Nouioua and Risch 2010 (necessary).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from argmap.errors import RequestError
from argmap.frameworks import Framework, framework_of
from argmap.model import ArgumentMap

Support = Literal["deductive", "necessary"]
Arrow: TypeAlias = tuple[str, str]
"""From one argument to another, by their names."""

DERIVED_MOST: Final = 1_000_000
"""Attacks that may follow: they grow with the square of the arguments."""


class Derived(NamedTuple):
    """A framework read from attacks and supports.

    Attributes:
        framework: All attacks, written and derived.
        following: The attacks that follow from supports, sorted, each once.
    """

    framework: Framework
    following: tuple[Arrow, ...]


def derived(m: ArgumentMap, support: Support) -> Derived:
    """Return the framework of a map whose links all lead from one statement to another.

    Raises:
        RequestError: a link has several premises or is an undercutter, or too much follows.
    """
    for link in m.links:
        if link.linked or link.relation == "undercuts":
            raise RequestError(
                f"{link.id} has several premises or undercuts; {support} support joins single statements",
                "leave --support out: then premises may be linked, and links undercut",
            )
    names = [node.id for node in m.nodes]
    attacks = [(link.premises[0], link.target) for link in m.links if link.relation == "rebuts"]
    supports = [(link.premises[0], link.target) for link in m.links if link.relation == "supports"]
    following = following_attacks(attacks, supports, support)
    return Derived(framework_of(names, [*attacks, *following]), following)


def following_attacks(
    attacks: Iterable[Arrow], supports: Iterable[Arrow], support: Support
) -> tuple[Arrow, ...]:
    """Return the attacks that follow from supports and are not among those given, sorted.

    Deductive: who supports an attacker attacks too, and who attacks what is supported attacks its
    supporters. Necessary is the same with the supports turned round.

    Raises:
        RequestError: more than a million follow.
    """
    given = set(attacks)
    turned = supports if support == "deductive" else ((target, source) for source, target in supports)
    reach = _reach(turned)
    by_attacker = _grouped(given)
    supported = _joined(reach, by_attacker)
    by_attacked = _grouped((attacked, attacker) for attacker, attacked in given | supported)
    mediated = {(attacker, source) for source, attacker in _joined(reach, by_attacked)}
    return tuple(sorted((supported | mediated) - given))


def _reach(supports: Iterable[Arrow]) -> dict[str, set[str]]:
    """Return for each supporter all that it supports, over however many steps."""
    direct = _grouped(supports)
    reach: dict[str, set[str]] = {}
    total = 0
    for source in direct:
        found: set[str] = set()
        waiting = list(direct[source])
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += direct.get(here, ())
        reach[source] = found
        total = _bounded(total + len(found))
    return reach


def _joined(reach: Mapping[str, Iterable[str]], onwards: Mapping[str, Iterable[str]]) -> set[Arrow]:
    """Return where each source gets by its reach and one step onwards."""
    joined: set[Arrow] = set()
    for source, between in reach.items():
        joined.update((source, end) for middle in between for end in onwards.get(middle, ()))
        _bounded(len(joined))
    return joined


def _grouped(arrows: Iterable[Arrow]) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in arrows:
        groups[source].append(target)
    return dict(groups)


def _bounded(count: int) -> int:
    if count > DERIVED_MOST:
        raise RequestError(f"more than {DERIVED_MOST:,} attacks follow from these supports")
    return count
