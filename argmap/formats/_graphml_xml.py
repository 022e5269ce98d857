"""GraphML's XML, taken apart: the nodes and edges of a file with what is said of them.

What it means is the business of `graphml` and `_graphml_foreign`; what is refused of any XML is
that of `_xml`.

Source: GraphML primer, http://graphml.graphdrawing.org/primer/graphml-primer.html; labels and
arrows as yEd writes them, http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd.
"""

from collections.abc import Callable, Mapping
from typing import Final, Never

from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.formats._graphml_elements import Document, Element
from argmap.formats._graphml_escapes import without_html
from argmap.formats._xml import feed, local, parser_made
from argmap.places import DEEPEST


def document(text: str, name: str) -> Document:
    """Take a GraphML text apart.

    Raises:
        LoadError: it is not well-formed, has a document type, nests too deep, or is no GraphML.
    """
    walk = _Walk(name)
    feed(walk.parser, text, name, walk.open_tags)
    return walk.finished()


class _Walk:
    """Gathers elements from the parser's events; holds only what is open beside the result."""

    def __init__(self, name: str) -> None:
        self.open_tags: list[str] = []
        self._name = name
        self._document: Document | None = None
        self._open: list[Element] = []
        self._keys: dict[str, tuple[str, str]] = {}  # id -> (attribute's name, what it is for)
        self._defaults: dict[str, str] = {}
        self._data = ""  # key of the open <data>, or of the open <key>
        self._text: list[str] | None = None
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            "key": self._key, "data": self._into, "default": self._into, "desc": self._into,
            "NodeLabel": self._into, "EdgeLabel": self._into, "graph": self._graph, "node": self._node,
            "edge": self._edge, "hyperedge": self._hyperedge, "LineStyle": self._line,
            "Arrows": self._arrows,
        }  # fmt: skip
        parser = parser_made()
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self._root
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self.parser = parser

    def finished(self) -> Document:
        """Return what was gathered."""
        if self._document is None:
            self._refuse("there is no <graph> in it", 1, 1)
        for key, value in self._defaults.items():
            name, scope = self._keys[key]
            elements = {"node": self._document.nodes, "edge": self._document.edges}.get(scope, ())
            for element in elements:
                element.values.setdefault(name, value)
        return self._document

    def _refuse(self, message: str, *place: int) -> Never:
        line, column = place or self._place()
        raise LoadError(self._name, [Problem(line, column, message)])

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) != "graphml":
            self._refuse(f"this is XML, but no GraphML: it begins with <{visible(name[:40])}>")
        self.parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tags = self.open_tags
        if len(tags) >= DEEPEST:
            self._refuse(f"this nests deeper than {DEEPEST}")
        tags.append(name)
        handler = self._starts.get(local(name) if ":" in name else name)
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        self.open_tags.pop()
        if ":" in name:
            name = local(name)
        if self._text is not None:
            if name in _TEXTS:
                self._keep(name, "".join(self._text))
                self._text = None
        elif name in _CONTAINERS and self._open:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _keep(self, tag: str, text: str) -> None:
        """Take the text of an element that has just ended."""
        if tag == "default":
            self._defaults[self._data] = text
        elif self._open and text.strip():
            here = self._open[-1]
            if tag == "desc":
                here.values.setdefault("desc", text)
            elif tag == "data":
                here.values[self._keys.get(self._data, (self._data, ""))[0]] = text
            else:
                here.labels.append(without_html(text))

    def _key(self, attributes: Mapping[str, str]) -> None:
        self._data = attributes.get("id", "")
        name = attributes.get("attr.name") or self._data
        self._keys[self._data] = (name, attributes.get("for", "all"))

    def _into(self, attributes: Mapping[str, str]) -> None:
        """Begin to gather text; `<data>` also says of which key."""
        self._data = attributes.get("key", self._data)
        self._text = []

    def _graph(self, attributes: Mapping[str, str]) -> None:
        """Take the start of a `<graph>`: the file's, a further one, or that inside a group."""
        element = self._element("graph", attributes)
        element.undirected = attributes.get("edgedefault") == "undirected"
        if self._open:
            self._open[-1].holds = True
        if self._document is None:
            self._document = Document(element)
        self._open.append(element)

    def _node(self, attributes: Mapping[str, str]) -> None:
        """Take the start of a `<node>`."""
        element = self._element("node", attributes)
        element.inside = tuple(each for each in self._open if each.tag == "node")
        self._take(element, "nodes", missing="" if element.id else "id")

    def _edge(self, attributes: Mapping[str, str]) -> None:
        """Take the start of an `<edge>`."""
        element = self._element("edge", attributes)
        element.source = attributes.get("source", "")
        element.target = attributes.get("target", "")
        usual = "false" if self._open and self._open[-1].undirected else "true"
        element.undirected = attributes.get("directed", usual) == "false"
        missing = "" if element.source and element.target else "source or its target"
        self._take(element, "edges", missing)

    def _hyperedge(self, _: Mapping[str, str]) -> None:
        """Take the start of a `<hyperedge>`."""
        if self._document is not None:
            message = "a <hyperedge> is not read; let its premises lead into a node of kind inference"
            self._document.problems.append(Problem(*self._place(), message))

    def _line(self, attributes: Mapping[str, str]) -> None:
        """Take the start of yEd's `<y:LineStyle>`."""
        if self._open:
            self._open[-1].colour = attributes.get("color", "")
            self._open[-1].stroke = attributes.get("type", "")

    def _arrows(self, attributes: Mapping[str, str]) -> None:
        """Take the start of yEd's `<y:Arrows>`."""
        heads = (attributes.get("source", "none"), attributes.get("target", "none"))
        if self._open:
            self._open[-1].two_headed = "none" not in heads

    def _element(self, tag: str, attributes: Mapping[str, str]) -> Element:
        return Element(tag, attributes.get("id", ""), *self._place())

    def _take(self, element: Element, among: str, missing: str) -> None:
        self._open.append(element)
        if self._document is None:
            self._refuse(f"this <{element.tag}> stands outside of any <graph>")
        if missing:
            self._document.problems.append(element.problem(f"this <{element.tag}> lacks its {missing}"))
        else:
            getattr(self._document, among).append(element)


_TEXTS: Final = frozenset({"data", "default", "desc", "NodeLabel", "EdgeLabel"})
_CONTAINERS: Final = frozenset({"node", "edge", "graph"})
