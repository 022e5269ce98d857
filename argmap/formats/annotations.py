"""Web Annotations in JSON-LD: each statement as an annotation of the source, one a line.

Carries what a statement says, its kind, its id and where it stands. The links are not carried, nor
any other field. What the map says by place is told by place and, where it is known, by position,
never in the source's words.

Source: W3C Web Annotation Data Model and Vocabulary (2017). Places have a selector of our own,
since the standard knows no paragraphs and sentences.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote as escaped

from argmap.jsontext import dumped
from argmap.model import ArgumentMap, Node
from argmap.selectors import PLACE, QUOTE, Places, position_selector

CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"argmap": "urn:argmap:"}]
PAGE: Final = "#page.1"
"""The name of the page; no node has a point in its id."""
NOWHERE: Final = "#source"
"""The name of a source of which the map says neither address nor file."""


def write(
    m: ArgumentMap,
    *,
    plain: bool = False,  # noqa: ARG001 - it has no looks
    places: Places = MappingProxyType({}),
) -> Iterator[str]:
    """Yield an annotation page with an annotation for each statement.

    Args:
        m: The map.
        plain: There are no looks to leave out.
        places: Where the anchors stand, by id and by `quote` or place, as far as that is known.
    """
    head: dict[str, Any] = {"@context": CONTEXT, "id": PAGE, "type": "AnnotationPage"}
    if m.title is not None:
        head["label"] = m.title
    yield dumped(head)[:-1] + ', "items": ['
    source = _source(m)
    for number, node in enumerate(m.nodes):
        yield (",\n " if number else "\n ") + dumped(_annotation(node, source, places))
    yield "\n]}\n"


def _source(m: ArgumentMap) -> str:
    if m.source is None:
        return NOWHERE
    if m.source.url is not None and re.fullmatch(r"https?://[^\s\"<>\\^`{|}]+", m.source.url):
        return m.source.url
    return escaped(m.source.file, errors="replace") if m.source.file is not None else NOWHERE


def _annotation(node: Node, source: str, places: Places) -> dict[str, Any]:
    targets = [{"source": source, "selector": selectors} for selectors in _selectors(node, places)]
    return {
        "id": f"#{node.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "value": node.text, "format": "text/plain", "purpose": "describing"},
            {"type": "TextualBody", "value": node.kind, "format": "text/plain", "purpose": "classifying"},
        ],
        "target": (targets if len(targets) > 1 else targets[0]) if targets else source,
    }


def _selectors(node: Node, places: Places) -> Iterator[list[dict[str, Any]]]:
    """Yield the selectors of each anchor of a statement."""
    if node.anchor is None:
        return
    if node.anchor.quote is not None:
        stretch = places.get((node.id, "quote"))
        words = {"type": QUOTE, "exact": node.anchor.quote}
        if stretch is None:
            yield [words]
        else:
            around = {"prefix": stretch.prefix, "suffix": stretch.suffix}
            words |= {name: value for name, value in around.items() if value}
            yield [words, position_selector(stretch)]
    for place in dict.fromkeys((*node.anchor.at, *node.anchor.also)):
        stretch = places.get((node.id, place))
        yield [{"type": PLACE, "value": place}, *([position_selector(stretch)] if stretch else [])]
