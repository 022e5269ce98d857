"""GraphML for yEd, Gephi, Cytoscape, igraph, graph-tool, networkx and Neo4j; and back, whole.

Written in pieces, as all of those importers need it: no document type, key ids of our own, first
what yEd draws, then our values, a missing value left out. What may be seen is on one line, escaped;
`argmap_json` carries everything as it is, and from it our own files come back as the identical map.
Attributes that another program changes beside it are not read back.

Source: GraphML primer, http://graphml.graphdrawing.org/primer/graphml-primer.html; yEd's schema,
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd; Gephi's ImporterGraphML, which keeps
key ids d3 and d7 for itself; Neo4j's apoc.import.graphml, which wants keys `labels` and `label`.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from argmap import wire
from argmap.formats._graphml_escapes import escaped, shown, shown_all
from argmap.formats._graphml_looks import COLOURS, EDGE, LOOKS, box, wrapped
from argmap.formats._graphml_reading import JSON, Gathering
from argmap.formats._graphml_xml import document
from argmap.jsontext import dumped
from argmap.layout import layered
from argmap.losses import Reading
from argmap.model import KINDS, WORDS, ArgumentMap, Cost, Gain, Link, Node

CHUNK: Final = 200
"""Nodes or links written at a time."""

Places = Mapping[str, tuple[int, int]]
"""The middle of each box, in points; empty where no looks are written."""


def read(text: str, name: str) -> Reading:
    """Make the map that a GraphML text describes, be it argmap's own or another program's.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    return Gathering(document(text, name), name).read()


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the map as GraphML; `plain` leaves boxes, places and colours out."""
    boxes = tuple(m.inferences.values())
    places = {} if plain else layered(m)
    yield _start(m, plain=plain)
    for at in range(0, len(m.nodes), CHUNK):
        yield "".join(_nodes(m.nodes[at : at + CHUNK], places))
    for at in range(0, len(boxes), CHUNK):
        yield "".join(_inference(link, places) for link in boxes[at : at + CHUNK])
    for at in range(0, len(m.links), CHUNK):
        yield "".join(_edges(m.links[at : at + CHUNK], at, m.inferences, plain=plain))
    yield "</graph>\n</graphml>\n"


# --- head -----------------------------------------------------------------------------------------

_KEYS: Final = (
    ("graph", "title", "string"), ("graph", "format", "string"), ("graph", JSON, "string"),
    ("node", "labels", "string"), ("node", "label", "string"), ("node", "text", "string"),
    ("node", "kind", "string"), ("node", "holder", "string"), ("node", "nature", "string"),
    ("node", "sure", "double"), ("node", "amount", "double"), ("node", "unit", "string"),
    ("node", "place", "string"), ("node", "color", "string"), ("node", "x", "double"),
    ("node", "y", "double"), ("node", JSON, "string"),
    ("edge", "label", "string"), ("edge", "interaction", "string"), ("edge", "relation", "string"),
    ("edge", "scheme", "string"), ("edge", "color", "string"), ("edge", JSON, "string"),
)  # fmt: skip
_LOOKS: Final = ("color", "x", "y")
_APOC: Final = {("node", "labels"): "labels", ("edge", "label"): "label"}
"""The two key ids that Neo4j asks for."""


def _start(m: ArgumentMap, *, plain: bool) -> str:
    schema = "" if plain else ' xmlns:y="http://www.yworks.com/xml/graphml"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"{schema}>',
    ]
    if not plain:
        lines.append('<key id="nodegraphics" for="node" yfiles.type="nodegraphics"/>')
        lines.append('<key id="edgegraphics" for="edge" yfiles.type="edgegraphics"/>')
    for scope, name, sort in _KEYS:
        if not plain or name not in _LOOKS:
            key = _APOC.get((scope, name), f"{scope}_{name}")
            lines.append(f'<key id="{key}" for="{scope}" attr.name="{name}" attr.type="{sort}"/>')
    lines.append('<graph id="G" edgedefault="directed">')
    title, head = escaped([shown(m.title or ""), dumped(wire.head(m))])
    if title:
        lines.append(f'<desc>{title}</desc>\n<data key="graph_title">{title}</data>')
    lines.append(f'<data key="graph_format">argmap {wire.VERSION}</data>')
    lines.append(f'<data key="graph_{JSON}">{head}</data>\n')
    return "\n".join(lines)


# --- nodes ----------------------------------------------------------------------------------------

_KIND: Final = {
    kind: f'<data key="labels">:{kind.capitalize()}</data><data key="node_label">'
    for kind in (*KINDS, "inference")
}
_TEXT: Final = '</data><data key="node_text">'
_AFTER_TEXT: Final = {kind: f'</data><data key="node_kind">{kind}</data>' for kind in KINDS}
_JSON: Final = f'<data key="node_{JSON}">'
_COLOUR: Final = {kind: f'<data key="node_color">{look.strong}</data>' for kind, look in LOOKS.items()}


def _nodes(nodes: Sequence[Node], places: Places) -> Iterator[str]:
    """Yield the lines of some nodes; their texts are escaped together, which is faster by far."""
    count = len(nodes)
    seen = shown_all([node.title for node in nodes] + [node.text for node in nodes])
    said = escaped(_objects([wire.node_fields(node) for node in nodes]))
    drawn = _boxes(nodes, seen, places) if places else [""] * count
    seen = escaped(seen)
    for node, label, text, graphics, fields in zip(
        nodes, seen[:count], seen[count:], drawn, said, strict=True
    ):
        kind = node.kind
        look = f"{_COLOUR[kind]}{_place(places[node.id])}" if places else ""
        yield (
            f'<node id="{node.id}"><desc>{label}</desc>{graphics}{_KIND[kind]}{label}{_TEXT}{text}'
            f'{_AFTER_TEXT[kind]}{_rest(node)}{look}{_JSON}{{"id": "{node.id}", {fields}</data></node>\n'
        )


def _boxes(nodes: Sequence[Node], seen: Sequence[str], places: Places) -> list[str]:
    measured = [wrapped(title) for title in seen[: len(nodes)]]
    labels = escaped([lines for lines, _ in measured])
    return [
        box(node.kind, lines, *places[node.id], longest)
        for node, lines, (_, longest) in zip(nodes, labels, measured, strict=True)
    ]


def _objects(fields: list[wire.Data]) -> list[str]:
    """Return each as JSON without its opening brace.

    All are encoded at once and taken apart where a quote not inside a text follows a brace.
    """
    start = ', {"kind": '
    return [start[3:] + each for each in f", {dumped(fields)[1:-1]}".split(start)[1:]]


_STAKES: Final = (Gain, Cost)


def _rest(node: Node) -> str:
    """Return the data that only some nodes have."""
    pieces = []
    stake = node if isinstance(node, _STAKES) else None
    if stake is not None and stake.holder:
        pieces.append(_data("holder", escaped([shown("; ".join(stake.holder))])[0]))
    if stake is not None and stake.nature is not None:
        pieces.append(_data("nature", stake.nature))
    if node.sure is not None:
        pieces.append(_data("sure", _share(node.sure)))
    if stake is not None and stake.amount is not None:
        pieces.append(_data("amount", repr(float(stake.amount))))
    if stake is not None and stake.unit is not None:
        pieces.append(_data("unit", escaped([shown(stake.unit)])[0]))
    if node.anchor is not None and node.anchor.at:
        pieces.append(_data("place", ", ".join(node.anchor.at)))
    return "".join(pieces)


def _data(name: str, value: str) -> str:
    return f'<data key="node_{name}">{value}</data>'


def _share(share: float) -> str:
    """Return a share so that all may read it: igraph refuses numbers too near to nought."""
    return repr(round(share, 12))


def _place(place: tuple[int, int]) -> str:
    """Return the data for Gephi, whose vertical axis points up."""
    x, y = place
    return f'<data key="node_x">{x}</data><data key="node_y">{-y}</data>'


def _inference(link: Link, places: Places) -> str:
    word = WORDS[link.relation]
    graphics = look = ""
    if places:
        graphics = box("inference", word, *places[link.id], len(word))
        look = _COLOUR["inference"] + _place(places[link.id])
    sure = "" if link.sure is None else _data("sure", _share(link.sure))
    return (
        f'<node id="{link.id}"><desc>{word}</desc>{graphics}{_KIND["inference"]}{word}</data>'
        f"{_data('kind', 'inference')}{sure}{look}"
        f"{_data(JSON, dumped({'inference': link.id}))}</node>\n"
    )


# --- edges ----------------------------------------------------------------------------------------


def _around(relation: str, *, plain: bool) -> tuple[str, str, str]:
    """Return what stands before an edge's scheme, between that and its JSON, and after it."""
    names = ("label", "edge_interaction", "edge_relation")
    colour = "" if plain else f'<data key="edge_color">{COLOURS[relation]}</data>'
    return (
        "".join(f'<data key="{name}">{relation}</data>' for name in names),
        f'{colour}<data key="edge_{JSON}">',
        f"</data>{'' if plain else EDGE[relation]}</edge>\n",
    )


_AROUND: Final = {
    plain: {relation: _around(relation, plain=plain) for relation in COLOURS} for plain in (False, True)
}


def _edges(links: Iterable[Link], order: int, boxed: Container[str], *, plain: bool) -> Iterator[str]:
    """Yield the lines of some links; `order` is the place of the first among all of the map's."""
    around = _AROUND[plain]
    before_premise, before_json, after_premise = around["premise"]
    for at, link in enumerate(links, order):
        name, target = link.id, link.target
        source = link.premises[0]
        if name in boxed:
            for position, premise in enumerate(link.premises, 1):
                yield (
                    f'<edge id="{name}.from.{position}" source="{premise}" target="{name}">\n'
                    f'{before_premise}{before_json}{{"premise": "{name}"}}{after_premise}'
                )
            source = name
        before, between, after = around[link.relation]
        scheme = _scheme(link.scheme) if link.scheme is not None else ""
        yield (
            f'<edge id="{name}.link" source="{source}" target="{target}">\n{before}{scheme}{between}'
            f"{_link_json(link, at)}{after}"
        )


def _scheme(scheme: str) -> str:
    return f'<data key="edge_scheme">{escaped([shown(scheme)])[0]}</data>'


def _link_json(link: Link, order: int) -> str:
    """Return the link as JSON; its ids need no escapes, so only what is rare is encoded."""
    rare = wire.link_fields(link)
    rest = f", {escaped([dumped(rare)[1:-1]])[0]}" if rare else ""
    premises = '", "'.join(link.premises)
    return (
        f'{{"order": {order}, "name": "{link.id}", "from": ["{premises}"],'
        f' "relation": "{link.relation}", "to": "{link.target}"{rest}}}'
    )
