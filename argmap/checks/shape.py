"""A1, shape: how the statements of a map hang together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.checks.row import Told
from argmap.checks.subject import Subject
from argmap.model import WORDS, ArgumentMap
from argmap.query.circles import circles_of_support
from argmap.sources.drafting import TODO

NAMED_MOST = 5


def circle_of_support(subject: Subject) -> Iterator[Told]:
    """Find statements that are reasons for one another in a ring."""
    for ring in circles_of_support(subject.m):
        yield Told(ring[0], f"{named(ring)} are reasons for one another, in a ring")


def lonely_node(subject: Subject) -> Iterator[Told]:
    """Find statements without any link, in a map of several, drafts aside."""
    m = subject.m
    for node in m.nodes if len(m.nodes) > 1 else ():
        if node.id not in m.bearing and node.id not in m.links_onto and TODO not in node.tags:
            yield Told(node.id, "nothing bears on it, and it bears on nothing")


def several_roots(subject: Subject) -> Iterator[Told]:
    """Find that a map has several conclusions and does not say which is its thesis."""
    found = subject.connected_roots
    if subject.m.thesis is None and len(found) > 1:
        names = named([node.id for node in found])
        yield Told("", f"{names} bear on nothing further, and none is named as the thesis")


def doubled_link(subject: Subject) -> Iterator[Told]:
    """Find links that say what an earlier one says already."""
    for links in subject.m.links_onto.values():
        seen: dict[tuple[str, frozenset[str]], str] = {}
        for link in links if len(links) > 1 else ():
            first = seen.setdefault((link.relation, frozenset(link.premises)), link.id)
            if first != link.id:
                premises = " + ".join(link.premises)
                words = f"{premises} stands under {WORDS[link.relation]} twice: {first} is the same"
                yield Told(link.id, words)


def thesis_unreachable(subject: Subject) -> Iterator[Told]:
    """Find statements that neither bear on the thesis nor follow from it, one finding a group."""
    thesis = subject.thesis
    if thesis is None:
        return
    reached = _concerned(subject, thesis.id)
    left = {node.id for node in subject.m.nodes if node.id not in reached}
    for group in _groups(subject.m, left) if left else ():
        top = next((name for name in group if name not in subject.m.bearing), group[0])
        others = f", and neither do {len(group) - 1} linked with it" if len(group) > 1 else ""
        yield Told(top, f"it does not bear on the thesis, {thesis.id}{others}")


def _concerned(subject: Subject, thesis: str) -> set[str]:
    """Return the statements that bear on the thesis, or on what follows from it."""
    m = subject.m
    follows = {thesis: None}
    for here in (pending := [thesis]):
        ahead = (m.links_by_id[here],) if here in m.links_by_id else m.links_from.get(here, ())
        for target in (link.target for link in ahead):
            if target not in follows:
                follows[target] = None
                pending.append(target)
    found, onto = set(follows), m.links_onto
    for here in (pending := list(follows)):
        for link in onto.get(here, ()):
            further = [name for name in link.premises if name not in found]
            found.update(further)
            pending += further
            if link.id in onto:  # what undercuts it
                pending.append(link.id)
    return found


def _groups(m: ArgumentMap, left: set[str]) -> Iterator[list[str]]:
    """Yield the statements in groups that hang together by links among themselves; lonely ones in none."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for link in m.links:
        joined = [name for name in (m.ends[link.id], *link.premises) if name in left]
        for one, other in pairwise(joined):
            beside[one].append(other)
            beside[other].append(one)
        if len(joined) == 1:
            beside[joined[0]] += ()
    order = {node.id: index for index, node in enumerate(m.nodes)}
    seen: set[str] = set()
    for start in sorted(beside, key=order.__getitem__):
        if start not in seen:
            group = [start]
            seen.add(start)
            for here in group:
                further = [name for name in dict.fromkeys(beside[here]) if name not in seen]
                seen.update(further)
                group += further
            yield sorted(group, key=order.__getitem__)


def named(names: Sequence[str]) -> str:
    """Return `a, b and c`, at most so many, and how many more."""
    more = len(names) - NAMED_MOST
    if more > 1:
        return f"{', '.join(names[:NAMED_MOST])} and {more} more"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
