"""The nodes, edges and graph of a GraphML file, before anything is made of them."""

from dataclasses import dataclass, field

from argmap.errors import Problem


@dataclass(slots=True)
class Element:
    """A node, an edge or a graph of the file.

    Attributes:
        tag: Its name: node, edge or graph.
        id: Its id; empty where it has none.
        line: Counted from 1.
        column: Counted from 1, in code points.
        source: Id of the node an edge comes from.
        target: Id of the node an edge leads to.
        values: Its data by the name of the attribute, in the file's order.
        labels: The labels yEd shows, from top to bottom.
        inside: The groups it stands in, from the outside in.
        holds: Whether it is a group: a node with a graph inside.
        colour: Colour of an edge's line, as yEd writes it: `#RRGGBB`.
        stroke: Style of an edge's line, as yEd writes it: line, dashed, dotted.
        undirected: Whether an edge has no direction, or a graph's edges have none.
        two_headed: Whether an edge has arrowheads at both ends.
    """

    tag: str
    id: str
    line: int
    column: int
    source: str = ""
    target: str = ""
    values: dict[str, str] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    inside: "tuple[Element, ...]" = ()
    holds: bool = False
    colour: str = ""
    stroke: str = ""
    undirected: bool = False
    two_headed: bool = False

    def problem(self, message: str) -> Problem:
        """Return a problem that stands where the element begins."""
        return Problem(self.line, self.column, message)


@dataclass(slots=True)
class Document:
    """What a GraphML text holds."""

    graph: Element
    nodes: list[Element] = field(default_factory=list)
    edges: list[Element] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
