"""Nodes that are the same in both maps, whatever their ids: all they say is equal.

Where several nodes of a map say the same, the links tell them apart: colours are refined along
them until they tell no more apart. What is alike even then is told apart by its id, and then by what
it hangs on. In a map whose nodes all say the same and whose links are wholly regular a better
assignment may exist; to find it is as hard as graph isomorphism.

Source: Weisfeiler and Leman 1968, the reduction of a graph to canonical form.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Sequence
from typing import Final

from argmap.comparison.side import Found, Pairs, Side, content_key

ROUNDS: Final = 16
"""Steps along the links that are taken to tell nodes apart that say the same."""

Colours = tuple[list[int], list[int]]


def pair_identical(old: Side, new: Side, pairs: Pairs) -> None:
    """Pair the nodes that say the same, the ids aside."""
    names: dict[Hashable, int] = {}
    plain = (_coloured(old, names), _coloured(new, names))
    _pair_lone(old, new, plain, pairs)
    if not _shared(plain, pairs):
        return
    fine = _refined((old, new), plain)
    _pair_lone(old, new, fine, pairs)
    for index in pairs.old_left:
        other = new.at.get(old.nodes[index].id, -1)
        if other >= 0 and plain[0][index] == plain[1][other] and pairs.free(index, other):
            pairs.pair(index, other, Found("id", 1.0))
    if _shared(fine, pairs):
        _pair_along(old, new, fine, pairs)


def pair_rest(old: Side, new: Side, pairs: Pairs) -> None:
    """Pair what says the same and is still without a partner, along the links and in the maps' order."""
    names: dict[Hashable, int] = {}
    plain = (_coloured(old, names), _coloured(new, names))
    if _shared(plain, pairs):
        _pair_along(old, new, plain, pairs)


def _coloured(side: Side, names: dict[Hashable, int]) -> list[int]:
    return [names.setdefault(content_key(node), len(names)) for node in side.nodes]


def _shared(colours: Colours, pairs: Pairs) -> bool:
    """Tell whether a colour is left on both sides."""
    left = {colours[0][index] for index in pairs.old_left}
    return any(colours[1][index] in left for index in pairs.new_left)


def _pair_lone(old: Side, new: Side, colours: Colours, pairs: Pairs) -> None:
    """Pair what has a colour that nothing else on either side has."""
    lefts = pairs.old_left, pairs.new_left
    counts = [Counter(colours[side][index] for index in left) for side, left in enumerate(lefts)]
    there = {colours[1][index]: index for index in lefts[1] if counts[1][colours[1][index]] == 1}
    for index in lefts[0]:
        colour = colours[0][index]
        if counts[0][colour] == 1 and colour in there:
            pairs.pair(index, there[colour], _by_text(old, new, index, there[colour]))


def _by_text(old: Side, new: Side, first: int, second: int) -> Found:
    return Found("id" if old.nodes[first].id == new.nodes[second].id else "text", 1.0)


def _refined(sides: tuple[Side, Side], colours: Colours) -> Colours:
    """Tell nodes apart by the links around them, as far as that tells more apart."""
    names: dict[Hashable, int] = {}
    links = tuple(
        [
            names.setdefault((link.relation, link.scheme, link.sure, link.note), len(names))
            for link in side.links
        ]
        for side in sides
    )
    known = len({*colours[0], *colours[1]})
    for _ in range(ROUNDS):
        names = {}
        links = tuple(_links_again(*each, names) for each in zip(sides, colours, links, strict=True))
        first, second = (_nodes_again(*each, names) for each in zip(sides, colours, links, strict=True))
        colours = first, second
        count = len({*first, *second})
        if count == known:
            break
        known = count
    return colours


def _links_again(
    side: Side, nodes: Sequence[int], links: Sequence[int], names: dict[Hashable, int]
) -> list[int]:
    under: defaultdict[int, list[int]] = defaultdict(list)
    for index, link in enumerate(side.links):
        if link.relation == "undercuts":
            under[side.link_at[link.target]].append(links[index])
    again = []
    for index, link in enumerate(side.links):
        premises = sorted(nodes[side.at[name]] for name in link.premises)
        attacked = link.relation == "undercuts"
        target = links[side.link_at[link.target]] if attacked else nodes[side.at[link.target]]
        key = ("link", links[index], *premises, target, *sorted(under[index]))
        again.append(names.setdefault(key, len(names)))
    return again


def _nodes_again(
    side: Side, nodes: Sequence[int], links: Sequence[int], names: dict[Hashable, int]
) -> list[int]:
    touching: list[list[tuple[int, int]]] = [[] for _ in nodes]
    for index, link in enumerate(side.links):
        for name in link.premises:
            touching[side.at[name]].append((0, links[index]))
        if link.relation != "undercuts":
            touching[side.at[link.target]].append((1, links[index]))
    return [
        names.setdefault(("node", colour, *sorted(each)), len(names))
        for colour, each in zip(nodes, touching, strict=True)
    ]


def _pair_along(old: Side, new: Side, colours: Colours, pairs: Pairs) -> None:
    """Pair what is alike by what it hangs on; where nothing is paired yet, in the maps' order."""
    waiting: defaultdict[int, deque[int]] = defaultdict(deque)
    for index in pairs.new_left:
        waiting[colours[1][index]].append(index)
    queue = deque(pairs.of_old.items())
    for index in range(len(old.nodes)):
        _follow(old, new, colours, pairs, queue)
        same = waiting[colours[0][index]]
        while same and same[0] in pairs.of_new:
            same.popleft()
        if index not in pairs.of_old and same:
            queue.append((index, same[0]))
            pairs.pair(index, same[0], _by_text(old, new, index, same[0]))


def _follow(old: Side, new: Side, colours: Colours, pairs: Pairs, queue: deque[tuple[int, int]]) -> None:
    """Pair the neighbours of pairs that have one colour and are the same to them."""
    while queue:
        first, second = queue.popleft()
        for joint, ours in old.neighbours[first].items():
            theirs: defaultdict[int, deque[int]] = defaultdict(deque)
            for other in new.neighbours[second].get(joint, ()):
                if other not in pairs.of_new:
                    theirs[colours[1][other]].append(other)
            for one in ours if theirs else ():
                same = theirs[colours[0][one]]
                if one not in pairs.of_old and same:
                    other = same.popleft()
                    if other not in pairs.of_new:
                        pairs.pair(one, other, _by_text(old, new, one, other))
                        queue.append((one, other))
