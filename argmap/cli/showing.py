"""What `show` answers with: an outline, a list, or statements one by one; apart, so that help is light."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache, partial
from typing import Any, Final, Literal, cast

import click

from argmap.model import KINDS, ArgumentMap, Kind
from argmap.query.beneath import outline
from argmap.query.names import node_called
from argmap.query.selection import select
from argmap.render.card import cards
from argmap.render.listing import Wish, gaps, kind_title, listing, objection_list, sources, title_of
from argmap.render.outline import outline_answer
from argmap.render.sections import PLURALS, Answer, counted

Sort = Literal["map", "objections", "gaps", "sources", "nodes", "cards"]
KIND_OF: Final[dict[str, Kind]] = {word: kind for kind in KINDS for word in (kind, PLURALS[kind])}
LISTS: Final = ("map", "objections", "gaps", "sources", "all")
FILTERS: Final = frozenset({"holder", "nature", "where", "sort", "columns", "standing"})
TAKES: Final[Mapping[Sort, Collection[str]]] = {
    "map": {"depth", "quotes"},
    "objections": {"limit"},
    "gaps": {"limit"},
    "sources": {"quotes"},
    "nodes": {*FILTERS, "limit", "quotes"},
    "cards": {"quotes"},
}
"""The options that say something to each sort of answer."""
REFUSALS: Final = {
    "depth": "--depth goes with the map as an outline",
    "limit": "--limit goes with lists",
    "quotes": "--quotes goes with the outline, with nodes and with lists of them",
    **dict.fromkeys(
        FILTERS, "--holder, --nature, --where, --sort, --columns and --standing go with lists of nodes"
    ),
}


def words_meant(what: Sequence[str], given: Collection[str]) -> tuple[Sort, tuple[str, ...]]:
    """Return what sort of answer is asked for, and its words.

    Raises:
        UsageError: the words do not go together, or options were given that say nothing to them.
    """
    known = {*KIND_OF, *LISTS}
    words = tuple(word.lower() if word.lower() in known else word for word in what)
    words = words or (("all",) if FILTERS & set(given) else ("map",))
    sort = _sort_of(words)
    for name in given:
        if name in REFUSALS and name not in TAKES[sort]:
            raise click.UsageError(REFUSALS[name])
    stakes = {"gain", "cost"} & {KIND_OF.get(word, "gain") for word in words}
    if sort == "nodes" and not stakes and {"holder", "nature"} & set(given):
        raise click.UsageError("--holder and --nature go with gains and costs: nobody else has them")
    return sort, words


def _sort_of(words: Sequence[str]) -> Sort:
    if words == ("all",) or all(word in KIND_OF for word in words):
        return "nodes"
    lists = [word for word in words if word in LISTS] or [word for word in words if word in KIND_OF]
    if not lists:
        return "cards"
    if len(words) > 1:
        others = [word for word in words if word != lists[0]] or list(words)
        other = next((word for word in others if word not in KIND_OF), others[0])
        raise click.UsageError(f"{lists[0]} is a list and does not go together with {other}")
    return cast("Sort", words[0])


def shown(
    m: ArgumentMap,
    sort: Sort,
    words: Sequence[str],
    wish: Wish,
    *,
    depth: int,
    standing: bool,
    asked: Mapping[str, str | None],
) -> Answer:
    """Answer with what is asked for.

    Args:
        m: The map.
        sort: What sort of answer.
        words: What it is about.
        wish: How lists are wanted.
        depth: Levels of the outline.
        standing: Whether lists hold only what stands after its objections.
        asked: What `select` asks of the statements of a list.
    """
    match sort:
        case "map":
            return outline_answer(m, outline(m, depth), wish.article, quotes=wish.quotes)
        case "objections":
            return objection_list(m, wish.limit, piped=wish.piped)
        case "gaps":
            return gaps(m, wish.limit)
        case "sources":
            return sources(m, wish.article)
        case "nodes":
            return _statements(m, wish, asked, standing=standing)
        case "cards":
            nodes = [node_called(m, word, also=(*KIND_OF, *LISTS)) for word in words]
            return cards(m, nodes, wish.article, quotes=wish.quotes)


def _statements(m: ArgumentMap, wish: Wish, asked: Mapping[str, str | None], *, standing: bool) -> Answer:
    weigh = cache(partial(_weighed, m))
    nodes = select(m, wish.kinds, **asked, weigh=weigh)
    if standing:
        from argmap.evaluation.balance import ids_standing  # noqa: PLC0415 - most lists weigh nothing

        stands = ids_standing(m)
        nodes = tuple(node for node in nodes if node.id in stands)
    title = (
        kind_title(m, nodes, wish.kinds[0], asked["holder"] or "")
        if len(wish.kinds) == 1
        else f"{counted(len(nodes), 'node')}{title_of(m)}"
    )
    tips = [f"argmap trace {nodes[0].id}", "argmap show objections"] if nodes else []
    return listing(m, nodes, title, wish._replace(weigh=weigh), tips)


def _weighed(m: ArgumentMap) -> Mapping[str, Mapping[str, Any]]:
    """Return what each statement comes to, as `eval` finds it when nothing else is said."""
    from argmap.evaluation.verdicts import weighed  # noqa: PLC0415 - most lists weigh nothing

    return weighed(m).fields
