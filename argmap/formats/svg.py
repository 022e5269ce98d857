"""The map as a picture in SVG: letters that can be searched, and a description for who cannot see it.

Drawn by Graphviz, and written anew here element by element: only shapes and words remain, so that
no link, script, style sheet or comment is in it, and equal maps give equal bytes.

Source: SVG 1.1, https://www.w3.org/TR/SVG11; SVG Accessibility API Mappings 1.0.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, fromstring, indent, tostring

from argmap.formats._digraph import LONGEST
from argmap.formats._graphviz import picture
from argmap.looks import USUAL, Look, cut_line
from argmap.model import KINDS, WORDS, ArgumentMap, Link

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_DRAWN: Final = frozenset({"g", "polygon", "polyline", "path", "ellipse", "text"})
_PLACED: Final = frozenset({"class", "transform", "points", "d", "cx", "cy", "rx", "ry", "x", "y"})
_INKED: Final = frozenset({"fill", "stroke", "stroke-width", "stroke-dasharray"})
_KEPT: Final = _PLACED | _INKED | {"text-anchor", "font-family", "font-size"}
_SIZE: Final = ("width", "height", "viewBox")


def write(m: ArgumentMap, *, plain: bool = False, look: Look = USUAL) -> Iterator[str]:
    """Yield the picture; `plain` leaves fills, glyphs and the legend out.

    Raises:
        RequestError: there is no Graphviz, or it does not come to an end with this map.
    """
    drawn = fromstring(picture(m, "svg", plain=plain, look=look))  # noqa: S314 - it is Graphviz' own
    size = {name: drawn.get(name, "") for name in _SIZE}
    root = Element(
        "svg", {"xmlns": _NAMESPACE[1:-1], **size, "role": "img", "aria-labelledby": "title about"}
    )
    _said(root, "title", m.title or "An argument map").set("id", "title")
    _said(root, "desc", _about(m)).set("id", "about")
    _copy(drawn, root, _titles(m))
    indent(root, " ")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield tostring(root, encoding="unicode") + "\n"


def _copy(drawn: Element, into: Element, titles: Mapping[str, tuple[str, str]]) -> None:
    """Copy shapes and words, and nothing else, with our own words for what each box says."""
    for child in drawn:
        name = child.tag.removeprefix(_NAMESPACE)
        if name == "a" or (name == "g" and child.get("class") is None):  # what holds a tooltip
            _copy(child, into, titles)
        elif name in _DRAWN:
            kept = {key: value for key, value in child.attrib.items() if key in _KEPT}
            copied = Element(name, {key: _solid(value) for key, value in kept.items()})
            copied.text = child.text if name == "text" else None
            into.append(copied)
            if name == "g":
                _entitle(child, copied, titles)
                _copy(child, copied, titles)


def _solid(value: str) -> str:
    """Return a value of SVG 1.1 for one that old versions of Graphviz write."""
    return "none" if value == "transparent" else value


def _entitle(drawn: Element, copied: Element, titles: Mapping[str, tuple[str, str]]) -> None:
    """Give a box its id and its words, as Graphviz' own title tells which one it is."""
    title = drawn.findtext(f"{_NAMESPACE}title") or ""
    name, words = titles.get(title, ("", ""))
    if drawn.get("class") == "node" and words:
        copied.set("id", name)
        _said(copied, "title", words)


def _titles(m: ArgumentMap) -> dict[str, tuple[str, str]]:
    """Return id and words of each box, by the name that Graphviz knows it by."""
    titles = {
        node.id: (f"node-{node.id}", f"{node.kind} {node.id}: {cut_line(node.text, LONGEST)}")
        for node in m.nodes
    }
    for number, link in enumerate(m.inferences.values(), 1):
        titles[link.id] = (f"step-{number}", _step(link))
    return titles


def _step(link: Link) -> str:
    scheme = f" ({link.scheme})" if link.scheme else ""
    return f"{link.target} {WORDS[link.relation]} {' and '.join(link.premises)}{scheme}"


def _about(m: ArgumentMap) -> str:
    """Describe the picture in words: what it holds, and where its arrows run."""
    kinds = Counter(node.kind for node in m.nodes)
    links = Counter(WORDS[link.relation] for link in m.links)
    boxes = ", ".join(f"{kind} {kinds[kind]:,}" for kind in KINDS if kinds[kind])
    arrows = ", ".join(f"{word} {links[word]:,}" for word in WORDS.values() if links[word])
    thesis = f" The thesis: {m.by_id[m.thesis].text}" if m.thesis else ""
    return (
        f"An argument map of {len(m.nodes):,} statements ({boxes or 'none'}) and {len(m.links):,} links "
        f"({arrows or 'none'}). Arrows run from a reason to what it bears on.{thesis}"
    )


def _said(into: Element, name: str, words: str) -> Element:
    """Add an element that says something, with nothing in it that steers."""
    said = Element(name)
    said.text = cut_line(words, LONGEST)
    into.append(said)
    return said
