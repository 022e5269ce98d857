"""JSON Canvas, which Obsidian draws: a card a statement, arrows from reasons to what they bear on.

Written. Premises that only work together, and steps that something undercuts, meet in a small card.

Source: JSON Canvas 1.0, https://jsoncanvas.org/spec/1.0.
"""

from collections.abc import Iterator
from typing import Final

from argmap.commonmark import escaped
from argmap.jsontext import dumped
from argmap.layout import layered
from argmap.model import WORDS, ArgumentMap, Kind, Relation
from argmap.wire import Data

WIDTH: Final = 280
HEIGHT: Final = 80
_SMALL: Final = 60
_COLUMN: Final = 440
_ROW: Final = 110
COLOURS: Final[dict[Kind, str]] = {"gain": "4", "cost": "2", "evidence": "5", "assumption": "3"}
_EDGES: Final[dict[Relation, str]] = {"supports": "4", "rebuts": "2", "undercuts": "6"}
"""Numbers of the drawing program's own colours: 2 orange, 3 yellow, 4 green, 5 cyan, 6 purple."""


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the canvas; `plain` leaves colours out."""
    places = layered(m, column=_COLUMN, row=_ROW)
    yield '{"nodes": ['
    mark = "\n"
    for node in m.nodes:
        colour = {} if plain or node.kind == "claim" else {"color": COLOURS[node.kind]}
        kind = "" if node.kind == "claim" else f"{node.kind}: "
        yield mark + dumped(
            _card(node.id, kind + escaped(node.text), places[node.id], WIDTH, HEIGHT) | colour
        )
        mark = ",\n"
    boxes = m.inferences.values()
    for link in boxes:
        word = "and" if link.linked else WORDS[link.relation]
        yield mark + dumped(_card(link.id, word, places[link.id], _SMALL, _SMALL))
    yield '\n],\n"edges": ['
    mark = "\n"
    for link in m.links:
        colour = {} if plain else {"color": _EDGES[link.relation]}
        leads = [(link.id, link.target)] if link.id in places else [(link.premises[0], link.target)]
        for source, target in leads:
            label = WORDS[link.relation] + (f" ({escaped(link.scheme)})" if link.scheme else "")
            yield mark + dumped(
                {"id": f"{source} to {target}", "fromNode": source, "toNode": target, "label": label} | colour
            )
            mark = ",\n"
        for premise in link.premises if link.id in places else ():
            joined = {
                "id": f"{premise} in {link.id}",
                "fromNode": premise,
                "toNode": link.id,
                "toEnd": "none",
            }
            yield mark + dumped(joined | colour)
    yield "\n]}\n"


def _card(name: str, text: str, place: tuple[int, int], width: int, height: int) -> Data:
    x, y = place[0] - width // 2, place[1] - height // 2
    return {"id": name, "type": "text", "text": text, "x": x, "y": y, "width": width, "height": height}
