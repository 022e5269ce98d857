"""xAIF: a nodeset with its text, its participants and OVA's drawing, as OVA3 and mining tools write it.

Read and written. Spans of the text become quotations, participants become who says so; the file it
was read from is kept beside the map, with the drawing, the fulfilments and whatever modules added.

Source: the open Argument Mining Framework's xAIF; OVA3.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.formats._nodeset import Nodeset, names_of, scheme_named
from argmap.formats._nodeset_writing import Update
from argmap.formats._records import as_list, kept_records, objects, refuse
from argmap.formats._spans import spans
from argmap.jsontext import dumped, parsed
from argmap.layout import layered
from argmap.losses import Reading
from argmap.model import ArgumentMap
from argmap.wire import Data

_PARTS: Final = {
    "participants": "participants",
    "schemefulfillments": "scheme fulfilments",
    "descriptorfulfillments": "descriptor fulfilments",
    "cqdescriptorfulfillments": "critical questions",
}


def read(text: str, name: str) -> Reading:
    """Make the map that an xAIF text describes.

    Raises:
        LoadError: it is no JSON, or no xAIF.
    """
    return _nodeset(parsed(text, name), text, name).reading({})


def _nodeset(data: Any, text: str, name: str) -> Nodeset:  # noqa: ANN401 - any JSON value
    if not isinstance(data, dict) or not isinstance(data.get("AIF"), dict):
        raise refuse(name, "this is no xAIF: it has no AIF with nodes")
    aif: Data = data["AIF"]
    nodeset = Nodeset(text)
    parts = ("nodes", "edges", "locutions", *_PARTS)
    lists = {part: nodeset.listed(aif.get(part), ("AIF", part)) for part in parts}
    nodeset.read_nodes(lists["nodes"], ("AIF", "nodes"))
    nodeset.read_edges(lists["edges"], ("AIF", "edges"))
    for part, words in _PARTS.items():
        nodeset.counts[words] += len(lists[part])
    nodeset.counts["records of locutions"] += len(lists["locutions"])
    nodeset.counts["parts of other modules"] += len(set(data) - {"AIF", "text", "dialog", "OVA", "ova"})
    nodeset.speakers(_speakers(lists["locutions"], lists["participants"]))
    _name_schemes(nodeset, lists["schemefulfillments"])
    _quote(nodeset, data.get("text"))
    return nodeset


def _speakers(locutions: list[Any], participants: list[Any]) -> dict[str, str]:
    """Return who speaks, by the keys of locutions."""
    names = names_of(participants, "participantID")
    said = [each for each in locutions if isinstance(each, dict)]
    return {str(each.get("nodeID")): names.get(str(each.get("personID")), "") for each in said}


def _name_schemes(nodeset: Nodeset, fulfilments: list[Any]) -> None:
    for each in fulfilments:
        if isinstance(each, dict) and (step := nodeset.graph.steps.get(str(each.get("nodeID")))):
            step["scheme"] = step["scheme"] or scheme_named(each.get("schemeID"))


def _quote(nodeset: Nodeset, text: Any) -> None:  # noqa: ANN401 - any JSON value
    """Give each statement the words of its span, or of the span of the locution it comes from."""
    html = text.get("txt") if isinstance(text, dict) else text
    if isinstance(html, str) and html.strip():
        nodeset.counts["texts that were analysed"] += 1
        nodeset.quote(spans(html))


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - the drawing is part of it
    """Yield the map as xAIF: the text it was read from, brought up to date, or a new one."""
    kept = m.kept_beside("xaif")
    if kept is None:
        data = _empty()
        update = Update(m, data["AIF"]["nodes"], data["AIF"]["edges"], form_edges=False)
    else:
        data, nodeset = kept_records(kept, "beside.xaif", lambda data: _nodeset(data, kept, "beside.xaif"))
        for part in ("nodes", "edges"):
            data["AIF"][part] = as_list(data["AIF"].get(part))
        update = Update(m, data["AIF"]["nodes"], data["AIF"]["edges"], nodeset, form_edges=False)
    update.apply()
    _draw(m, data, update.keys)
    yield dumped(data) + "\n"


def _empty() -> dict[str, Any]:
    names = ("nodes", "edges", "schemefulfillments", "descriptorfulfillments", "participants", "locutions")
    ova = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    return {"AIF": {name: [] for name in names}, "text": "", "dialog": False, "OVA": ova}


def _draw(m: ArgumentMap, data: dict[str, Any], keys: Mapping[str, str]) -> None:
    """Bring OVA's drawing up to date: it shows the edges of the drawing, not those of the nodeset."""
    ova = next((data[name] for name in ("OVA", "ova") if isinstance(data.get(name), dict)), None)
    if ova is None:
        return
    there = {str(node["nodeID"]): node["nodeID"] for node in objects(data["AIF"]["nodes"], "nodeID")}
    boxes = [box for box in objects(ova.get("nodes"), "nodeID") if str(box["nodeID"]) in there]
    drawn = {str(box["nodeID"]) for box in boxes}
    placed = layered(m)
    for link in m.links:
        (x, y), (right, down) = placed[link.premises[0]], placed.get(link.target, (0, 0))
        placed.setdefault(link.id, ((x + right) // 2, (y + down) // 2))
    places = {keys[name]: place for name, place in placed.items()}
    for key, node_id in there.items():
        if key not in drawn:
            x, y = places.get(key, (0, 0))
            boxes.append({"nodeID": node_id, "visible": True, "x": x, "y": y, "timestamp": ""})
    drawn_edges = objects(ova.get("edges"), "fromID", "toID")
    old = {(str(edge["fromID"]), str(edge["toID"])): edge for edge in drawn_edges}
    ends = [(edge["fromID"], edge["toID"]) for edge in objects(data["AIF"]["edges"], "fromID", "toID")]
    ova["nodes"] = boxes
    ova["edges"] = [
        old.get((str(source), str(target)), {"fromID": source, "toID": target, "visible": True})
        for source, target in ends
    ]
