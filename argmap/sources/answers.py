"""What a program says of an article: nodes in JSON, taken only where the article bears them out."""

from collections.abc import Iterator
from typing import Any

from argmap.assembly import built
from argmap.controls import visible
from argmap.errors import LoadError
from argmap.jsontext import parsed, placed
from argmap.model import Anchor, ArgumentMap, Node, Source
from argmap.places import Path
from argmap.sources.article import Article
from argmap.sources.drafting import TODO, title_of
from argmap.sources.passages import placed_range, quoted_range, quoted_ranges
from argmap.unfolding import Fault
from argmap.wire import VERSION
from argmap.wording import shown


def answered(text: str, name: str, article: Article, source: Source, *, quoting: bool = True) -> ArgumentMap:
    """Return the map that a program answers with, each node tagged as still to be done.

    Args:
        text: The answer: a map in JSON, of which `nodes` is enough.
        name: What messages call it.
        article: The article.
        source: What is known of it, its title aside.
        quoting: Whether the map may hold the article's words; else quotes become places.

    Raises:
        LoadError: with every problem: no JSON, unknown fields, links that lead nowhere, and
            every quote and place that is not in the article.
    """
    data = parsed(text, name)
    faults = [*_of_shape(data), *_unverified(data, article)]
    m, found = built({"argmap": VERSION, **data} if isinstance(data, dict) else data)
    if m is None or faults:
        raise LoadError(name, placed(text, [*faults, *found]))
    title = title_of(article) if quoting else None
    return ArgumentMap(
        title=m.title or title or f"Draft of a map of {article.name}",
        source=source.model_copy(update={"title": title}),
        thesis=m.thesis,
        nodes=tuple(_todo(node, article, quoting=quoting) for node in m.nodes),
        links=m.links,
    )


def _of_shape(data: Any) -> Iterator[Fault]:  # noqa: ANN401 - whatever a program writes
    if not isinstance(data, dict):
        return  # told with what else is wrong with it
    if "source" in data:
        yield Fault(("source", None), "the source is the article; leave it out")
    if "beside" in data:
        yield Fault(("beside", None), "an answer has nothing beside it; leave it out")
    if not data.get("nodes"):
        yield Fault((), 'there are no nodes: {"nodes": {"an-id": {"kind": …, "text": …, "quote": …}}}')


def _unverified(data: Any, article: Article) -> Iterator[Fault]:  # noqa: ANN401 - whatever a program writes
    """Yield each anchor that the article does not bear out, and each node that has none."""
    found = data.get("nodes") if isinstance(data, dict) else None
    nodes = found if isinstance(found, dict) else {}
    quotes = (node.get("quote") for node in nodes.values() if isinstance(node, dict))
    article.seek([quote for quote in quotes if isinstance(quote, str)])
    for node_id, node in nodes.items():
        if not isinstance(node, dict):
            continue  # told with what else is wrong with it
        path = ("nodes", node_id)
        if not (node.get("quote") or node.get("at") or node.get("implicit") in (True, "true")):
            message = (
                f"{shown(node_id)} has neither quote nor at; what the source leaves unsaid is `implicit`"
            )
            yield Fault(path, visible(message))
        if isinstance(node.get("quote"), str):
            yield from _of_quote(
                (*path, "quote"), len(quoted_ranges(article, node["quote"], 2)), article.name
            )
        for field in ("at", "also"):
            places = node.get(field)
            for place in places if isinstance(places, list) else [places]:
                if isinstance(place, str) and placed_range(article, place) is None:
                    yield Fault((*path, field), visible(f"{article.name} has no {shown(place)}"))


def _of_quote(path: Path, count: int, article: str) -> Iterator[Fault]:
    if count == 0:
        yield Fault(path, visible(f"the quote of {shown(path[1])} does not stand in {article}"))
    elif count > 1:
        message = f"the quote of {shown(path[1])} stands more than once in {article}; quote more"
        yield Fault(path, visible(message))


def _todo(node: Node, article: Article, *, quoting: bool) -> Node:
    tags = tuple(dict.fromkeys((*node.tags, TODO)))
    changed: dict[str, Any] = {"tags": tags}
    if not quoting and node.anchor is not None:
        at = node.anchor.at or (_place(article, node.anchor.quote or ""),)
        changed |= {"anchor": Anchor(at=at, also=node.anchor.also)}
        if quoted_range(article, node.text):
            changed |= {"text": f"… ({at[0]})", "label": None}
    return node.model_copy(update=changed)


def _place(article: Article, quote: str) -> str:
    """Return the place of a quote that stands in an article once: whole sentences, or paragraphs."""
    start, end = quoted_range(article, quote) or (0, 0)
    touched = [
        (paragraph, number)
        for paragraph, (first, last) in enumerate(article.paragraphs, 1)
        if first < end and start < last
        for number, (opens, closes) in enumerate(article.sentences(paragraph), 1)
        if opens < end and start < closes
    ]
    (paragraph, first), (last, final) = touched[0], touched[-1]
    if paragraph != last:
        return f"p{paragraph}-p{last}"
    return f"p{paragraph}.s{first}" + (f"-s{final}" if final > first else "")
